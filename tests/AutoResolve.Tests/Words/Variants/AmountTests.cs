using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Tests.Matching;
using CsCheck;

namespace AutoResolve.Tests.Words.Variants;

/// <summary>Amounts of one value are one, however they are written: with cents or none, by sign, word or code, in each language.</summary>
public sealed class AmountTests
{
    private static readonly string[] Languages = ["en", "es", "pt", "it", "fr", "de"];

    [Theory]
    [InlineData("en", "£20", "£20.00 was taken", true)]
    [InlineData("en", "they took $20", "they took $20.00 twice", true)]
    [InlineData("en", "they took $20 twice", "they took $20.00 twice", true)]
    [InlineData("en", "-5", "balance -5.00", true)]
    [InlineData("en", "100 %", "at 100.0% now", true)]
    [InlineData("en", "18 degrees", "it is 18.0 degrees", true)]
    [InlineData("en", "18 degrees", "it is 18 degrees", true)]
    [InlineData("en", "£20", "£20.50", false)]
    [InlineData("en", "£20", "£20,000", false)]
    [InlineData("en", "£20", "£20.000", false)]
    [InlineData("en", "£20", "GBP 20", true)]
    [InlineData("en", "£20", "GBP 20.00", true)]
    [InlineData("en", "£20", "20 gbp", true)]
    [InlineData("en", "£20", "20£", true)]
    [InlineData("en", "£20", "20 quid", true)]
    [InlineData("en", "£20", "20.00 pounds", true)]
    [InlineData("en", "£20", "gbp20 taken", true)]
    [InlineData("en", "GBP 20", "£20", true)]
    [InlineData("en", "20 pounds", "£20.00", true)]
    [InlineData("en", "$20.00", "$20 charged", true)]
    [InlineData("en", "$20.00", "20 dollars", true)]
    [InlineData("en", "$20.50", "20.50 dollars", true)]
    [InlineData("en", "$20.5", "$20.50", true)]
    [InlineData("en", "$20.50", "$20.55", false)]
    [InlineData("en", "$1,000", "$1000.00", true)]
    [InlineData("en", "$1000", "$1,000.00", true)]
    [InlineData("en", "charged 20 twice", "charged 20.00 twice", true)]
    [InlineData("en", "error 105", "error 105.3", false)]
    [InlineData("en", "error 105", "error 105.", true)]
    [InlineData("en", "version 2.1.3", "version 2.1.3", true)]
    [InlineData("en", "2.5 GHz", "a 2.5GHz wifi", true)]
    [InlineData("en", "5 GHz", "2.5 GHz", false)]
    [InlineData("en", "5 MB", "5.0 MB file", true)]
    [InlineData("en", "two hours", "2.0 hours", true)]
    [InlineData("en", "-5", "balance minus 5.00", true)]
    [InlineData("en", "-5", "balance negative 5", true)]
    [InlineData("en", "$1,000", "$1,000.00 and no more", true)]
    [InlineData("en", "20", "paid 20.00", true)]
    [InlineData("en", "20", "paid 20.50", false)]
    [InlineData("en", "20", "paid 20.005", false)]
    [InlineData("en", "20", "on 20.00.12", false)]
    [InlineData("de", "1.000,50 €", "1000,50 Euro", true)]
    [InlineData("it", "20 €", "ho pagato €20,00", true)]
    [InlineData("pt", "20 euros", "20,0 €", true)]
    public void Find_AnAmount_IsFoundByItsValue(string language, string phrase, string text, bool isFound) =>
        AssertFound(language, phrase, text, isFound);

    [Theory]
    [InlineData("de", "20 Euro", "es wurden 20 € abgebucht", true)]
    [InlineData("de", "20 €", "es wurden 20,00 € abgebucht", true)]
    [InlineData("de", "20 €", "20 Euro", true)]
    [InlineData("de", "20 €", "20€", true)]
    [InlineData("de", "20 €", "€ 20", true)]
    [InlineData("de", "20 €", "EUR 20,00", true)]
    [InlineData("de", "20 €", "Zimmer 20", false)]
    [InlineData("de", "20 €", "20 Leute", false)]
    [InlineData("fr", "20 euros", "20,00 € de trop", true)]
    [InlineData("en", "€20", "20€", true)]
    public void Find_ASignOfACurrency_MayStandBehindTheNumber(string language, string phrase, string text, bool isFound) =>
        AssertFound(language, phrase, text, isFound);

    [Theory]
    [InlineData("es", "1.000 euros", "me cobraron 1000 euros", true)]
    [InlineData("es", "1.000", "tengo 1000 euros menos", true)]
    [InlineData("es", "1000 euros", "me cobraron 1.000 euros", true)]
    [InlineData("es", "1,000 dólares", "me cobraron 1000 dólares", true)]
    [InlineData("es", "1,50 euros", "me cobraron 150 euros", false)]
    [InlineData("fr", "1 000 euros", "on m'a pris 1000 euros", true)]
    [InlineData("fr", "1 000 euros", "on m'a pris 1.000 euros", true)]
    [InlineData("fr", "1000 euros", "on m'a pris 1 000 euros", true)]
    [InlineData("fr", "1000 euros", "on m'a pris 1 000,00 €", true)]
    [InlineData("fr", "200 euros", "on m'a pris 1 200 euros", false)]
    [InlineData("fr", "200 euros", "on m'a pris 200 euros", true)]
    [InlineData("de", "1.000 Euro", "1 000 €", true)]
    [InlineData("de", "1.000 €", "1000 Euro", true)]
    [InlineData("en", "1000 miles", "1 000 miles", false)]
    [InlineData("en", "5.125 %", "5125 %", false)]
    public void Find_Thousands_AreWrittenAsInTheLanguage(string language, string phrase, string text, bool isFound) =>
        AssertFound(language, phrase, text, isFound);

    [Theory]
    [InlineData("en", "18 degrees", "it is minus 18 degrees here", false)]
    [InlineData("en", "18 degrees", "it is -18 degrees here", false)]
    [InlineData("en", "18 degrees", "it is negative 18 degrees here", false)]
    [InlineData("en", "minus 18 degrees", "it is -18 degrees here", true)]
    [InlineData("en", "-18", "it is minus 18 degrees here", true)]
    [InlineData("en", "5 dollars", "20 minus 5 dollars", true)]
    [InlineData("es", "18 grados", "estamos a menos 18 grados", false)]
    [InlineData("es", "18 grados", "hace al menos 18 grados", true)]
    [InlineData("es", "20 euros", "más o menos 20 euros", true)]
    [InlineData("fr", "18 degrés", "il fait moins 18 degrés", false)]
    [InlineData("fr", "18 degrés", "il fait au moins 18 degrés", true)]
    public void Find_ANumberBelowZero_IsNotTheNumber(string language, string phrase, string text, bool isFound) =>
        AssertFound(language, phrase, text, isFound);

    /// <summary>The value is the oracle, whichever of the ways both are written in.</summary>
    [Fact]
    public void Find_AnyAmount_IsFoundWhereItsValueIsTheSame()
    {
        var amount = Gen.Select(Gen.OneOf(1, 7, 20, 105, 999, 1000, 1200, 20_000, 1_234_567), Gen.OneOf(0, 0, 5, 50, 55));
        Gen.Select(Gen.OneOf(Languages), amount, amount, Gen.Int[0, 5], Gen.Int[0, 5])
            .Sample(
                (language, phrase, text, one, other) =>
                    AssertFound(
                        language,
                        $"paid {Written(phrase, language, one)} twice",
                        $"we paid {Written(text, language, other)} twice",
                        phrase == text
                    ),
                iter: LongRun.Of(400),
                threads: 1
            );
    }

    private static string Written((int Whole, int Cents) amount, string language, int way)
    {
        var (point, group) = language == "en" ? ('.', ',') : (',', '.');
        var digits = amount
            .Whole.ToString("#,0", CultureInfo.InvariantCulture)
            .Replace(',', way % 2 == 0 ? group : '_')
            .Replace("_", "", StringComparison.Ordinal);
        var number = amount.Cents == 0 && way < 3 ? digits : $"{digits}{point}{amount.Cents:00}";
        return way switch
        {
            0 or 3 => $"€{number}",
            1 or 4 => $"{number} €",
            _ => $"EUR {number}",
        };
    }

    private static void AssertFound(string language, string phrase, string text, bool isFound)
    {
        var rule = Programs.Rule(
            $$"""{ "anyOf": ["{{phrase}}"] }""",
            $$""" "language": "{{language}}", "denied": true, "typos": false, """
        );

        Assert.True(
            (isFound ? Truth.True : Truth.False) == rule.When.Evaluate(Programs.Text(text), FactValues.None),
            $"{language}, »{phrase}« in »{text}«"
        );
    }
}
