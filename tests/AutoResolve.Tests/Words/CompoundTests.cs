using System.Text;
using AutoResolve.Matching;
using AutoResolve.Tests.Matching;
using AutoResolve.Words;

namespace AutoResolve.Tests.Words;

/// <summary>German words of rules in compounds.</summary>
public sealed class CompoundTests
{
    private const int LongestPart = 16;

    [Theory]
    [InlineData("Konto", "mein Girokonto")]
    [InlineData("Konto", "meine Girokonten")]
    [InlineData("Konto", "die Kontonummer")]
    [InlineData("Antrag", "mein Rentenantrag")]
    [InlineData("Antrag", "das Antragsformular")]
    [InlineData("Antrag", "Wohngeldanträge")]
    [InlineData("Versicherung", "Krankenversicherung")]
    [InlineData("Versicherung", "die Versicherungsnummer")]
    [InlineData("Bescheid", "der Steuerbescheid")]
    [InlineData("Karte", "Kreditkarten")]
    [InlineData("Nummer", "Sozialversicherungsnummer")]
    [InlineData("Nummer", "Personalausweisnummer")]
    [InlineData("Schlüssel", "Wohnungsschluessel")]
    [InlineData("Passwort", "das Masterpasswort Benutzerpasswort")]
    [InlineData("Konto gesperrt", "Bankkonto gesperrt")]
    public void Find_AHeadOrAFirstPart_WhereCompoundsCount(string phrase, string text)
    {
        Assert.True(IsFound(phrase, text, """, "compounds": true"""));
        Assert.False(IsFound(phrase, text, ""));
    }

    [Theory]
    [InlineData("Stand", "der Vorstand")]
    [InlineData("Stand", "mein Verstand")]
    [InlineData("Konto", "das Diskonto")]
    [InlineData("Konto", "Skonto")]
    [InlineData("Rente", "die Konkurrente")]
    [InlineData("Karte", "Speisekartenhalter")]
    [InlineData("Tag", "ein Arbeitstag")]
    [InlineData("=Konto", "mein Girokonto")]
    [InlineData("Konto", "Kontoxyz")]
    [InlineData("Konto", "Girokonto2")]
    public void Find_WhatIsNoCompoundOfKnownParts_IsNot(string phrase, string text) =>
        Assert.False(IsFound(phrase, text, """, "compounds": true"""));

    [Fact]
    public void Find_OfOtherLanguages_IsNot() =>
        Assert.False(
            Programs
                .Rule("""{ "anyOf": ["konto"] }""", """ "language": "es", "compounds": true, """)
                .When.Evaluate(Programs.Text("mein Girokonto"), FactValues.None) == Truth.True
        );

    [Fact]
    public void Find_OfASet_InAllItsPhrases() =>
        Assert.Equal(
            Truth.True,
            Programs
                .Rule("""{ "anyOf": ["Konto"] }""", """ "language": "de", "compounds": true, "typos": false, """)
                .When.Evaluate(Programs.Text("mein Girokonto"), FactValues.None)
        );

    [Fact]
    public void Find_ALongHostileWord_TakesNoTime()
    {
        var word = string.Concat(Enumerable.Repeat("bank", 10)) + "konto";

        Assert.True(IsFound("Konto", string.Join(' ', Enumerable.Repeat(word, 1_000)), """, "compounds": true"""));
        Assert.False(IsFound("Konto", word + word, """, "compounds": true"""));
    }

    [Theory]
    [InlineData("bank")]
    [InlineData("konto")]
    [InlineData("kontos")]
    [InlineData("tag")]
    [InlineData("tages")]
    [InlineData("kontobank")]
    public void Find_AnyHostileWord_LooksUpNoMorePiecesThanItsLettersTimesTheLongestPart(string part)
    {
        var compounds = new Compounds(["konto", "bank", "kontobank"]);
        for (var length = 8; length <= 48; length++)
        {
            var word = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(part, 48))[..length]);

            Assert.InRange(compounds.Find(word, []), 1, length * (LongestPart + 1));
        }
    }

    private static bool IsFound(string phrase, string text, string options)
    {
        var list = $$""" "lists": { "l": { "phrases": ["{{phrase}}"], "language": "de", "typos": false{{options}} } }, """;

        return Programs.Rule("""{ "anyOf": ["@l"] }""", list).When.Evaluate(Programs.Text(text), FactValues.None) == Truth.True;
    }
}
