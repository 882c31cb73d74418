using AutoResolve.Matching;
using AutoResolve.Oracles;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Matching;
using Newtonsoft.Json;

namespace AutoResolve.Tests.Index;

/// <summary>Amounts, signs, capitals and ends of sentences mean the same to the index and to plain evaluation.</summary>
public sealed class IndexedWordingTests
{
    private static readonly string[] Phrases =
    [
        "£20",
        "20 €",
        "they took $20 twice",
        "-5",
        "100 %",
        "18 degrees",
        "1.000 euros",
        "1 000 euros",
        "200 euros",
        "GBP 20",
        "$20.50",
        "20",
        "code erreur 105",
        "error 105",
        "form 10",
        "late fee",
        "late - fee",
        "sign in",
        "signin",
        "IT",
        "US",
        ".net",
        "24/7",
        "minus 5",
        "2.5 GHz",
        "@mixed",
        "@within twice",
    ];

    private static readonly string[] Texts =
    [
        "£20.00 was taken",
        "they took $20.00 twice, GBP 20 each",
        "balance -5.00 or minus 5.0",
        "100.0% and 100 per cent",
        "it is minus 18 degrees, -18 degrees, 18.0 degrees",
        "me cobraron 1000 euros, 1.000,00 € y 1 200 euros",
        "on m'a pris 1\u202f000 euros, l'erreur 105 et 1\u00a0200 euros",
        "$20.5 or 20.50 USD or 20,000",
        "late… fee (late fee twice) late - fee late :( fee late 😀 fee",
        "Subject: late\nFee: late fee twice",
        "several sign-ins, the sign in the lobby, signin",
        "IT IS BROKEN, TELL US",
        "the IT people in the US with ASP.NET and form 10-10EZ, form 10",
        "open 24/7, not 24/7/2025; a 2.5GHz wifi",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("vi")]
    public void Match_EachPhraseInEachText_AgreesWithPlainEvaluation(string language)
    {
        var rules = Phrases.Select((phrase, at) => SomeRules.Rule($"r{at}", when: $$"""{ "anyOf": [{{JsonConvert.ToString(phrase)}}] }"""));
        var (program, problems) = Programs.TryCompile(
            $$"""
            {
              "set": "one", "title": "One", "owner": "support", "language": "{{language}}", "denied": true,
              "lists": { "mixed": ["late fee", "late. Fee"], "within": ["late fee", "late - fee"] },
              "rules": [ {{string.Join(",\n", rules)}} ]
            }
            """
        );
        Assert.Equal("", problems);
        var plain = new PlainMatcher([.. program.Rules]);

        foreach (var text in Texts)
        {
            var expected = plain.Match(Programs.Text(text), FactValues.None).Matches;
            var actual = program.Matcher.Match(Programs.Text(text), FactValues.None).Matches;

            Assert.Equal(
                expected.Select(match => (match.Rule.Reference.Id, match.Truth, string.Join(' ', match.Evidence))),
                actual.Select(match => (match.Rule.Reference.Id, match.Truth, string.Join(' ', match.Evidence)))
            );
        }
    }
}
