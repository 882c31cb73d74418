using AutoResolve.Rules;
using AutoResolve.Rules.Linting;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Matching;
using Newtonsoft.Json;

namespace AutoResolve.Tests.Rules.Linting;

/// <summary>What is said of phrases: what another one finds, what is left of signs, what excepts nothing.</summary>
public sealed class PhraseLintTests
{
    private static readonly string[] Phrases =
    [
        "wi-fi",
        "wifi",
        "wi fi",
        "can't sign in",
        "cannot sign in",
        "can not signin",
        "sign-in",
        "account",
        "acct",
        "accounts locked",
        "account is locked",
        "accounts are locked",
        "=account",
        "account*",
        "error 5",
        "error code 5",
        "error5",
        "5 GHz",
        "5GHz",
        "c#",
        "c",
        "is down",
        "was down",
        "not working",
        "isn't working",
        "two days",
        "2 days",
        "1,000 miles",
        "1000 miles",
        "=wifi",
        "email",
        "e-mail",
        "IT",
        "it",
        "no. Working",
        "no working",
        "check box",
        "checkbox",
        "cancel",
        "cancellation",
        "£20",
        "20",
    ];

    [Fact]
    public void FoundAnyway_OfAnyTwo_IsFoundInEveryWording()
    {
        var told = 0;
        foreach (var one in Phrases)
        {
            foreach (
                var other in Phrases.Where(other => other != one && Lint($"[{Json(one)}, {Json(other)}]").Contains(LintCodes.FoundAnyway))
            )
            {
                told++;
                var (kept, taken) = IsTaken($"[{Json(one)}, {Json(other)}]", other) ? (one, other) : (other, one);
                foreach (var text in TextsOf(taken).Where(text => Programs.Found(taken, text)))
                    Assert.True(Programs.Found(kept, text), $"»{kept}« does not find »{text}« of »{taken}«.");
            }
        }

        Assert.True(told > 20);
    }

    [Theory]
    [InlineData("""["wifi", "wi-fi"]""", "wifi")]
    [InlineData("""["can't sign in", "cannot sign in"]""", "cannot sign in")]
    [InlineData("""["is down", "was down"]""", "was down")]
    [InlineData("""["sign in", "signin"]""", "signin")]
    [InlineData("""["pop up", "popup", "pop-ups"]""", "popup")]
    [InlineData("""["upload", "upload*"]""", null)]
    [InlineData("""["sign in", "cannot sign in"]""", null)]
    [InlineData("""["c#", "c"]""", null)]
    [InlineData("""["claim", "Claim"]""", null)]
    [InlineData("""["=claim", "claims"]""", "=claim")]
    [InlineData("""["@out", "lost"]""", null)]
    public void FoundAnyway_IsTold(string phrases, string? taken)
    {
        var codes = Lint(phrases);

        Assert.Equal(taken is not null, codes.Contains(LintCodes.FoundAnyway));
        Assert.True(taken is null || IsTaken(phrases, taken));
    }

    [Theory]
    [InlineData("""["Konto", "Girokonto"]""", "de", true, true)]
    [InlineData("""["Girokonto", "Konto"]""", "de", true, true)]
    [InlineData("""["Konto", "Girokonto"]""", "de", false, false)]
    [InlineData("""["Konto", "Brief"]""", "de", true, false)]
    public void FoundAnyway_InACompound_IsTold(string phrases, string language, bool compounds, bool isTold) =>
        Assert.Equal(
            isTold,
            Lint(phrases, set: $""" "language": "{language}", {(compounds ? "\"compounds\": true, " : "")} """)
                .Contains(LintCodes.FoundAnyway)
        );

    [Fact]
    public void FoundAnyway_InAGuard_IsNotTold() =>
        Assert.DoesNotContain(LintCodes.FoundAnyway, Lint("""["wifi", "wi-fi"]""", set: """ "guard": true, """));

    [Theory]
    [InlineData("#1", false)]
    [InlineData("50+", true)]
    [InlineData("<3", true)]
    [InlineData("c#", false)]
    [InlineData("$20", false)]
    [InlineData("100 %", false)]
    [InlineData("24/7", false)]
    [InlineData("no.", false)]
    [InlineData("(a)", false)]
    [InlineData("=id", false)]
    [InlineData("up*", false)]
    [InlineData("letter #1", false)]
    [InlineData("login+", false)]
    public void LostSign_OfALoneShortWord_IsTold(string phrase, bool isTold) =>
        Assert.Equal(isTold, Lint($"[{Json(phrase)}]").Contains(LintCodes.LostSign));

    [Theory]
    [InlineData("dying to know", false)]
    [InlineData("died laughing", false)]
    [InlineData("to know", true)]
    [InlineData("dy*", false)]
    [InlineData("@out", true)]
    public void VainException_WithoutAWordOfThePhrases_IsTold(string exception, bool isTold) =>
        Assert.Equal(isTold, Lint("""["dying"]""", $""", "except": [{Json(exception)}]""").Contains(LintCodes.VainException));

    // No exception runs over the end of a sentence, whatever is said of it.
    [Theory]
    [InlineData("dying. To know", false, true)]
    [InlineData("dying, she said", false, true)]
    [InlineData("dying @on", false, true)]
    [InlineData("dying @out", false, false)]
    [InlineData("dying St. Louis", false, false)]
    [InlineData("dying to know", true, false)]
    public void VainException_OverTheEndOfASentence_IsTold(string exception, bool isGuard, bool isTold) =>
        Assert.Equal(
            isTold,
            Lint(
                    """["dying"]""",
                    $""", "except": [{Json(exception)}]""",
                    (isGuard ? """ "guard": true, """ : "") + """ "acrossSentences": true, """
                )
                .Contains(LintCodes.VainException)
        );

    [Theory]
    [InlineData("""["dying"]""", true)]
    [InlineData("""["dying", "@out"]""", true)]
    [InlineData("""["dying", "is dead"]""", false)]
    public void AcrossSentences_BesidesExceptionsOfSingleWords_DoesNothing(string phrases, bool isTold) =>
        Assert.Equal(isTold, Lint(phrases, """, "acrossSentences": true, "except": ["dying to know"]""").Contains(LintCodes.DeadKey));

    [Fact]
    public void RepeatedPhrase_OfPoints_IsTold()
    {
        var rule = SomeRules.Rule("a", when: """{ "points": { "5": ["dying"], "-3": ["Dying", "to know"] }, "needed": 2 }""");

        var repeated = Assert.Single(SomeRules.TryLoad(SomeRules.Set("one", "", rule)).Diagnostics, diagnostic =>
            diagnostic.Code == LintCodes.RepeatedPhrase
        );

        Assert.StartsWith("'Dying' already stands in this list, on line", repeated.Message, StringComparison.Ordinal);
    }

    private static bool IsTaken(string phrases, string taken) =>
        Diagnostics(phrases, "", "")
            .Any(diagnostic =>
                diagnostic.Code == LintCodes.FoundAnyway && diagnostic.Message.StartsWith($"'{taken}'", StringComparison.Ordinal)
            );

    [Theory]
    [InlineData("""["letter is missing"]""", "letter is missing", true)]
    [InlineData("""["letter is missing"]""", "missing", true)]
    [InlineData("""["letter is missing"]""", "letters are missing", true)]
    [InlineData("""["letter is missing"]""", "is missing", true)]
    [InlineData("""["no letter", "letter is missing"]""", "letter is missing", true)]
    [InlineData("""["@out letter"]""", "@out", true)]
    [InlineData("""["letter is missing"]""", "letter is missing a page", false)]
    [InlineData("""["missing"]""", "missing a page", false)]
    [InlineData("""["letter*"]""", "letter", false)]
    [InlineData("""["letter"]""", "=letter", false)]
    [InlineData("""["@out"]""", "lost", false)]
    [InlineData("""["letter missing"]""", "missing letter", false)]
    public void Exception_ThatTakesAllOfAPhrase_IsTold(string phrases, string exception, bool isTold) =>
        Assert.Equal(isTold, Lint(phrases, $""", "except": [{Json(exception)}]""").Contains(LintCodes.TakesAll));

    private static List<string> Lint(string phrases, string more = "", string set = "") =>
        [.. Diagnostics(phrases, more, set).Select(diagnostic => diagnostic.Code)];

    private static IReadOnlyList<Diagnostic> Diagnostics(string phrases, string more, string set)
    {
        var then = set.Length == 0 ? SomeRules.Route : """{ "outcome": "escalate", "team": "t" }""";
        var rule = SomeRules.Rule("a", then, $$"""{ "anyOf": {{phrases}}{{more}} }""");
        var result = SomeRules.TryLoad(
            SomeRules.Set(
                "one",
                set + """ "lists": { "out": ["lost", "gone"], "on": { "phrases": ["to go"], "acrossSentences": true } }, """,
                rule
            )
        );
        Assert.True(result.Rulebook is not null, string.Join('\n', result.Diagnostics));
        return result.Diagnostics;
    }

    // A form of each word, in turn.
    private static IEnumerable<string> TextsOf(string phrase) =>
        from wording in PhraseWordings.Of(phrase)
        from turn in Enumerable.Range(0, 5)
        select string.Join(' ', wording.Words.Select(forms => forms[turn % forms.Count].TrimEnd('*')));

    private static string Json(string value) => JsonConvert.ToString(value);
}
