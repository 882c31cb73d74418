using AutoResolve.Expressions;
using AutoResolve.Tests.Rules;
using Newtonsoft.Json;

namespace AutoResolve.Tests.Matching.Expressions;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("issue.Text.Length > 5", true)]
    [InlineData("issue.text.length > 5 && !(issue.Text.Length > 500)", true)]
    [InlineData("issue.Text.Contains(\"upload\")", false)]
    [InlineData("issue.Text.Contains(\"UPLOAD\", StringComparison.Ordinal)", false)]
    [InlineData("issue.Text.Contains(\"upload\", StringComparison.OrdinalIgnoreCase)", true)]
    [InlineData("issue.Text.StartsWith(\"My\") and issue.Text.EndsWith(\"fails\")", true)]
    [InlineData("issue.Text.IndexOf(\"Upload\") == 3", true)]
    [InlineData("issue.Text.ToLowerInvariant().Contains(\"upload\")", true)]
    [InlineData("issue.Text.Trim().Substring(0, 2) == \"My\"", true)]
    [InlineData("issue.Field(\"Code\") == \"002\"", true)]
    [InlineData("issue.Field(\"code\") != \"003\"", true)]
    [InlineData("issue.Has(\"code\") && !issue.Has(\"other\")", true)]
    [InlineData("issue.Field(\"other\") != \"002\"", false)]
    [InlineData("!issue.Has(\"other\") || issue.Field(\"other\") != \"002\"", true)]
    [InlineData("issue.Channel == null", true)]
    [InlineData("issue.Channel.Length < 5", false)]
    [InlineData("!issue.Channel.StartsWith(\"x\")", false)]
    [InlineData("string.IsNullOrEmpty(issue.Channel)", true)]
    [InlineData("issue.Id == \"1\" && issue.Title == \"t\"", true)]
    [InlineData("issue.Text.Length * 2 - 1 > 5.5", true)]
    [InlineData("issue.Text.Length % 2 == 0 ? true : issue.Text.Length > 3", true)]
    [InlineData("issue.Text.Length / (issue.Text.Length - issue.Text.Length) > 1", false)]
    [InlineData("issue.Text.Substring(50) == \"\"", false)]
    [InlineData("issue.Text + issue.Title != \"\"", true)]
    public void Expression_OverIssue_Holds(string expression, bool holds) =>
        Assert.Equal(holds, Programs.Holds(Programs.Rule(When(expression)), Programs.Text("My Upload fails", "t", ("code", "002"))));

    [Theory]
    [InlineData("issue.Titel == \"x\"", "AR3013", 6, "Title")]
    [InlineData("issue.Text.Lenght > 3", "AR3013", 11, "Length")]
    [InlineData("isue.Text == \"x\"", "AR3013", 0, "issue")]
    [InlineData("issue.Text.Foo()", "AR3013", 11, null)]
    [InlineData("issue.Text.Length >", "AR3012", 19, null)]
    [InlineData("issue.Text == \"x", "AR3012", null, null)]
    [InlineData("issue.Text.Length", "AR3012", 0, null)]
    [InlineData("(issue.Text == \"x\"", "AR3012", null, null)]
    [InlineData("issue.Text ==== \"x\"", "AR3012", null, null)]
    [InlineData("issue?.Text == \"x\"", "AR3012", null, null)]
    [InlineData("issue.GetType().Name == \"x\"", "AR3014", 6, null)]
    [InlineData("issue.Text.GetHashCode() == 1", "AR3014", 11, null)]
    [InlineData("issue.Text.PadLeft(500000000) == \"x\"", "AR3014", 11, null)]
    [InlineData("issue.Text.Replace(\"a\", \"aaaaaaaa\") == \"x\"", "AR3014", 11, null)]
    [InlineData("issue.Text.ToLower() == \"x\"", "AR3014", 11, "ToLowerInvariant")]
    [InlineData("issue.Text.Any(c => c == 'a')", "AR3014", null, null)]
    [InlineData("issue.Text.StartsWith(\"a\", StringComparison.CurrentCulture)", "AR3014", null, "OrdinalIgnoreCase")]
    [InlineData("issue.Text > \"a\"", "AR3014", null, null)]
    [InlineData("DateTime.Now > DateTime.Today", "AR3014", 9, null)]
    [InlineData("Math.Abs(1) > 0", "AR3014", 5, null)]
    [InlineData("Guid.NewGuid() != Guid.Empty", "AR3014", null, null)]
    [InlineData("Convert.ToInt32(\"1\") > 0", "AR3014", null, null)]
    [InlineData("new(issue.Text as x) != null", "AR3013", null, null)]
    [InlineData("is(issue, \"System.String\")", "AR3014", null, null)]
    [InlineData("issue.Text in (\"a\", \"b\")", "AR3014", null, null)]
    [InlineData("issue.Field(issue.Text) == \"x\"", "AR3014", 6, null)]
    public void Compile_Broken_IsReportedAtItsPlace(string expression, string code, int? index, string? suggestion)
    {
        var problem = Programs.Problems(When(expression));

        Assert.DoesNotContain('\n', problem);
        Assert.Contains($" {code} ", problem, StringComparison.Ordinal);
        if (index is { } expected)
            Assert.Equal(
                Column(Programs.Problems(When("x"))) + expected + expression[..expected].Count(character => character == '"'),
                Column(problem)
            );
        Assert.Equal(suggestion is not null, problem.EndsWith($"Did you mean '{suggestion}'?", StringComparison.Ordinal));
        Assert.DoesNotContain("ExpressionIssue", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_LongOrDeep_IsRefused()
    {
        foreach (
            var expression in new[]
            {
                string.Join(" || ", Enumerable.Repeat("issue.Text.Length > 5", 30)),
                new string('(', 200) + "true" + new string(')', 200),
                new string('!', 400) + "true",
                new string('(', 400),
                string.Concat(Enumerable.Repeat("true?", 90)),
                string.Concat(Enumerable.Repeat("-", 400)) + "1 > 0",
            }
        )
        {
            Assert.Contains(" AR3015 ", Programs.Problems(When(expression)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Compile_WhereNotAllowed_SaysHowTheHostAllowsIt()
    {
        var (program, problems) = Programs.TryCompile(RuleFiles.Rule(when: When("issue.Text.Length > 5")), ExpressionReader.None);

        Assert.Empty(program.Rules);
        Assert.Contains(" AR3011 ", problems, StringComparison.Ordinal);
        Assert.Contains("AllowExpressions", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_Expression_IsItsOwnEvidence()
    {
        var text = Programs.Text("My upload");

        Assert.Equal(
            "/when/expression 'issue.Text.Length > 5' expression ''",
            Programs.Evidence(Programs.Examine(Programs.Rule(When("issue.Text.Length > 5")), text), text)
        );
    }

    private static string When(string expression) => $$"""{ "expression": {{JsonConvert.ToString(expression)}} }""";

    private static int Column(string problem) => int.Parse(problem.Split(':', ' ')[2], System.Globalization.CultureInfo.InvariantCulture);
}
