using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Operators.Regexes;

public sealed class RegexCompilerTests
{
    [Theory]
    [InlineData("error\\\\s+\\\\d{3}", "Error 002", true)]
    [InlineData("(?<code>\\\\d+)", "Error 002", true)]
    [InlineData("(?s:a.b)", "a\nb", true)]
    [InlineData("(?-i)error", "Error", false)]
    [InlineData("[a-z-[aeiou]]+x", "box", false)]
    [InlineData("[a-z-[aeiou]]+x", "bbx", true)]
    [InlineData("[]a]", "]", true)]
    [InlineData("x{,3}", "x{,3}", true)]
    [InlineData("\\\\bsign\\\\b", "sign in", true)]
    [InlineData("I", "ı", false)]
    public void Regex_Allowed_IsFound(string pattern, string text, bool holds) =>
        Assert.Equal(holds, Programs.Holds($$"""{ "regex": "{{pattern}}" }""", text));

    [Theory]
    [InlineData("ab(?=c)", 2)]
    [InlineData("ab(?!c)", 2)]
    [InlineData("ab(?<=c)", 2)]
    [InlineData("ab(?<!c)", 2)]
    [InlineData("ab(?>c)", 2)]
    [InlineData("(a)b\\\\1", 4)]
    [InlineData("(?<n>a)\\\\k<n>", 7)]
    [InlineData("(a)?(?(1)b|c)", 4)]
    [InlineData("(?<o>a)(?<c-o>b)", 7)]
    [InlineData("ab(?x) c", 2)]
    [InlineData("ab(?#c)", 2)]
    [InlineData("ab\\\\Gc", 2)]
    [InlineData("a[[:alpha:]]", 2)]
    public void Compile_Nonlinear_IsRefusedAtItsPlace(string pattern, int index)
    {
        var problem = Programs.Problems($$"""{ "regex": "{{pattern}}" }""");

        Assert.DoesNotContain('\n', problem);
        Assert.Contains(" AR3009 ", problem, StringComparison.Ordinal);
        Assert.Equal(Column(Programs.Problems("""{ "regex": "(" }""")) - 1 + index, Column(problem));
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("a{3,2}")]
    [InlineData("[z-a]")]
    [InlineData("a\\\\")]
    [InlineData("\\\\i")]
    [InlineData("\\\\p{Letter}")]
    [InlineData("(?q)")]
    [InlineData("\\\\xg")]
    [InlineData("a{9999999999}")]
    public void Compile_NotAPattern_IsReportedInWords(string pattern)
    {
        var problem = Programs.Problems($$"""{ "regex": "{{pattern}}" }""");

        Assert.DoesNotContain('\n', problem);
        Assert.Contains(" AR3008 This pattern cannot be read here: ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("this is not how patterns are written", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{501}")]
    [InlineData("(a{23}){23}")]
    [InlineData("((((a{9}){9}){9}){9}){9}")]
    [InlineData("(ab|cd){300}")]
    [InlineData("[^]]{2,2000000}")]
    [InlineData("\\\\d{1,501}")]
    public void Compile_LargeRepetitions_AreRefused(string pattern) =>
        Assert.Contains(" AR3010 ", Programs.Problems($$"""{ "regex": "{{pattern}}" }"""), StringComparison.Ordinal);

    [Fact]
    public void Compile_LongPattern_IsRefused() =>
        Assert.Contains(" AR3010 ", Programs.Problems($$"""{ "regex": "{{new string('a', 1_001)}}" }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(.*)(.*)(.*)x")]
    [InlineData("a.{0,200}a.{0,200}b")]
    [InlineData("(a?){200}b")]
    public void Regex_HostileText_Ends(string pattern) =>
        Assert.False(Programs.Holds($$"""{ "regex": "{{pattern}}" }""", new string('a', 99_999) + "!"));

    private static int Column(string problem) => int.Parse(problem.Split(':', ' ')[2], System.Globalization.CultureInfo.InvariantCulture);
}
