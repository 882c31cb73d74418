using System.Text.RegularExpressions;
using AutoResolve.Regexes;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Words;

/// <summary>Written as <c>[whole]</c>, <c>[start</c>, <c>end]</c>, <c>inside</c>; alternatives between bars.</summary>
public sealed class LiteralRequirementTests
{
    private static readonly CharacterSets Sets = new();

    [Theory]
    [InlineData(@"\berror\b", "[error]")]
    [InlineData(@"error\s+(\d+)", "error]")]
    [InlineData(@"timed? out", "time] [out | timed] [out")]
    [InlineData(@"(timeout|timed out)", "timeout | timed] [out")]
    [InlineData(@"\d{3}", "")]
    [InlineData(@"[Ee]rror", "[rror | error")]
    [InlineData(@"colou?r", "color | colour")]
    [InlineData(@"a|", "")]
    [InlineData(@"x*", "")]
    [InlineData(@"(ab){2}", "abab")]
    [InlineData(@"(ab)+", "ab")]
    [InlineData(@"^code$", "[code]")]
    [InlineData(@"foo_bar", "foo] [bar")]
    [InlineData(@"can't", "can] [t")]
    [InlineData(@".", "")]
    [InlineData(@"\w+error", "error")]
    [InlineData(@"\Berror", "error")]
    [InlineData(@"(?-i)OK", "ok")]
    [InlineData(@"sign.?in", "sign in")]
    [InlineData(@"\ba(?:s|ed|ing)?\s+(?:\w+\s+){0,3}b\b", "[a] [b] | [as] [b] | [aed] [b] | [aing] [b]")]
    [InlineData(@"\bproduct[- ]?(?:v|version)?\s?\d{1,3}\b", "[product")]
    [InlineData(@"\b(?:error|code|err)[ :#-]{1,3}1234\b", "[error] [1234] | [code] [1234] | [1234] [err]")]
    [InlineData(@"\ba\b.{0,40}\bb\b", "[a] [b]")]
    [InlineData(@"\ba(?:\s+\w+)*\b", "[a]")]
    [InlineData(@"a(?:-b|\.c)*d", "ad | a] d")]
    [InlineData(@"log(ged)?[ -]out", "log] [out | logged] [out")]
    public void OfPattern_Example_RequiresItsRuns(string pattern, string runs) => Assert.Equal(runs, Show(OfPattern(pattern)));

    [Theory]
    [InlineData("error: network cmd-42", "[network] error] [cmd] [42")]
    [InlineData("timeout", "timeout")]
    [InlineData(" a ", "[a]")]
    [InlineData("?!", "")]
    [InlineData("résumé", "[sum] r]")]
    [InlineData("\u212A", "k")]
    public void OfString_Example_RequiresItsRuns(string value, string runs) => Assert.Equal(runs, Show(LiteralRequirement.OfString(value)));

    // Whatever matches has what is required: the runs of the text are found here in another way than the index finds them.
    [Fact]
    public void OfPattern_AnyTextThatMatches_HasTheRuns()
    {
        var atom = Gen.OneOf("a", "b", "k", "s", "i", "7", "_", " ", "-", "ab", "\\d", "\\w", "\\s", "[ab]", "[ei]", "\\b", "é", ".", "'");
        var part = Gen.Select(atom, Gen.OneOf("", "", "", "", "?", "+", "*", "{2}"))
            .Select((one, times) => one == "\\b" ? one : $"(?:{one}){times}");
        var pattern = part.Array[1, 5].Select(string.Concat).Array[1, 2].Select(branches => string.Join('|', branches));
        var text = Gen.OneOf(
                "a",
                "A",
                "b",
                "k",
                "\u212A",
                "s",
                "\u017F",
                "i",
                "\u0130",
                "\u0131",
                "7",
                "_",
                " ",
                "-",
                "ab",
                "é",
                "'",
                "\u0301"
            )
            .Array[0, 8]
            .Select(string.Concat);
        var matched = 0;
        Gen.Select(pattern, text.Array[10])
            .Sample(
                (expression, texts) =>
                {
                    if (OfPattern(expression) is not { } requirement)
                        return;
                    var regex = new Regex(expression, CompiledRegex.Options & ~RegexOptions.NonBacktracking);
                    foreach (var candidate in texts.Where(candidate => regex.IsMatch(candidate)))
                    {
                        Interlocked.Increment(ref matched);
                        var runs = Regex.Matches(candidate, "[A-Za-z0-9\u212A\u017F\u0130\u0131]+").Select(run => Fold(run.Value)).ToList();
                        Assert.True(
                            requirement.Alternatives.Any(alternative => alternative.All(run => runs.Exists(found => Has(found, run)))),
                            $"/{expression}/ in '{candidate}' without {Show(requirement)}"
                        );
                    }
                },
                iter: 20_000
            );

        Assert.InRange(matched, 2_000, 200_000);
    }

    private static LiteralRequirement? OfPattern(string pattern) =>
        RegexReader.Read(pattern, Sets) is { } parts ? RegexLiterals.Of(parts) : null;

    private static bool Has(string found, RequiredLiteral run) =>
        (run.IsStart, run.IsEnd) switch
        {
            (true, true) => found == run.Text,
            (true, false) => found.StartsWith(run.Text, StringComparison.Ordinal),
            (false, true) => found.EndsWith(run.Text, StringComparison.Ordinal),
            _ => found.Contains(run.Text, StringComparison.Ordinal),
        };

    private static string Fold(string run) =>
        run.Replace('\u212A', 'k').Replace('\u017F', 's').Replace('\u0130', 'i').Replace('\u0131', 'i').ToLowerInvariant();

    private static string Show(LiteralRequirement? requirement) =>
        requirement is null
            ? ""
            : string.Join(
                " | ",
                requirement.Alternatives.Select(runs =>
                    string.Join(' ', runs.Select(run => (run.IsStart ? "[" : "") + run.Text + (run.IsEnd ? "]" : "")))
                )
            );
}
