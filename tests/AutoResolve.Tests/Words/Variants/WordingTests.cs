using AutoResolve.Matching;
using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Words.Variants;

/// <summary>Codes, numbers, units, signs in words, actions and elision: what is found in both directions, and what only looks alike.</summary>
public sealed class WordingTests
{
    private static readonly string[] Errors =
    [
        "error 1205",
        "error 1,205",
        "error code 1205",
        "error code 1,205",
        "error number 1205",
        "error no. 1,205",
        "error #1205",
        "error code #1,205",
        "error1205",
        "error-1205",
        "Error: 1205",
    ];

    private static readonly string[] Watts = ["60 watt", "60 watts", "60W", "60 W", "60-watt", "sixty watts"];
    private static readonly string[] Hours = ["24 hours", "24 hrs", "24hrs", "24h", "24 hour", "twenty-four hours", "twenty four hours"];
    private static readonly string[] Mornings = ["9am", "9 am", "9AM", "9 a.m.", "9a.m.", "9:00 am", "9:00 a.m."];
    private static readonly string[] Metres = ["2 metres", "2 meters", "2m", "2 m", "two metres", "2-metre"];
    private static readonly string[] Megabytes = ["5 MB", "5mb", "5 megabytes", "5-megabyte", "five megabytes"];
    private static readonly string[] Pounds = ["£20", "£ 20", "20 pounds", "twenty pounds"];
    private static readonly string[] Euros = ["€1,500", "€1500", "1500 euros", "1,500 euros"];
    private static readonly string[] Percents = ["45 %", "45%", "45 percent", "45 per cent", "forty-five percent"];
    private static readonly string[] Below = ["-12", "minus 12", "−12"];
    private static readonly string[] Hundreds = ["300 people", "three hundred people", "300 persons"];
    private static readonly string[] Ordinals = ["31st attempt", "thirty-first attempt", "thirty first attempts"];
    private static readonly string[] Halves = ["half price", "1/2 price"];
    private static readonly string[] Dialects = ["c++ course", "C plus plus course"];
    private static readonly string[] Sharps = ["c# course", "C sharp course"];
    private static readonly string[] Nets = [".net class", "dot net class"];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            string[][] kinds =
            [
                Errors,
                Watts,
                Hours,
                Mornings,
                Metres,
                Megabytes,
                Pounds,
                Euros,
                Percents,
                Below,
                Hundreds,
                Ordinals,
                Halves,
                Dialects,
                Sharps,
                Nets,
            ];
            foreach (var kind in kinds)
            foreach (var phrase in kind)
            foreach (var text in kind)
                pairs.Add(phrase, text);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Find_OneOfAKindByAnother_InAllDirections(string phrase, string text) =>
        AssertFound("en", phrase, $"I see {text} on it", isFound: true);

    [Theory]
    [InlineData("error 105", "error 1,105")]
    [InlineData("error 105", "error code 1050")]
    [InlineData("error 105", "error code 105.3")]
    [InlineData("error code 105", "error 105.3")]
    [InlineData("error 1,205", "error 205")]
    [InlineData("error105", "terror 105")]
    [InlineData("5 MB", "1.5 MB")]
    [InlineData("5 MB", "1.5MB")]
    [InlineData("5MB", "1.5MB")]
    [InlineData("5MB", "15 MB")]
    [InlineData("5 grams", "5G coverage")]
    [InlineData("5G", "5 grams")]
    [InlineData("9am", "9 amps")]
    [InlineData("9am", "I am 9")]
    [InlineData("9am", "9:30 am")]
    [InlineData("9am", "19:00 am")]
    [InlineData("24 hours", "four hours")]
    [InlineData("24 hours", "twenty hours")]
    [InlineData("20", "twenty-four of us")]
    [InlineData("twenty", "twenty four of us")]
    [InlineData("4 days", "thirty-four days")]
    [InlineData("31 days", "the thirty first day")]
    [InlineData("half price", "11/2 price")]
    [InlineData("half price", "1/2/2026 price")]
    [InlineData("£20", "$20")]
    [InlineData("£20", "£20,000")]
    [InlineData("20 pounds", "£200")]
    [InlineData("-5", "minus 50")]
    [InlineData("-5", "5 less")]
    [InlineData("5", "it shows -5 now")]
    [InlineData("18 degrees", "it holds -18 degrees")]
    [InlineData("18 degrees", "(-18 degrees)")]
    [InlineData("18 degrees", "-18 degrees is cold")]
    [InlineData("18 degrees", "it holds \u221218 degrees")]
    [InlineData("eighteen degrees", "minus eighteens")]
    [InlineData("c++", "c plus")]
    [InlineData("tyre", "I am tired")]
    [InlineData("cheque", "I checked it")]
    [InlineData("kerb", "he curbed it")]
    public void Find_WhatOnlyLooksLikeOne_IsNot(string phrase, string text) => AssertFound("en", phrase, text, isFound: false);

    [Theory]
    [InlineData("5 days", "it took 3 -5 days")]
    [InlineData("5 days", "it took 3-5 days")]
    [InlineData("5 GB", "Plans:\n-5 GB\n-10 GB")]
    [InlineData("5 GB", "-5 GB\n-10 GB")]
    [InlineData("5 GB", "- 5 GB")]
    [InlineData("error 5", "error -5")]
    public void Find_ANumberBehindADashThatIsNoMinus_IsFound(string phrase, string text) => AssertFound("en", phrase, text, isFound: true);

    [Theory]
    [InlineData("9am", "at 9:00am")]
    [InlineData("twenty-first", "twenty-first of May")]
    [InlineData("tyre", "one tire is flat")]
    [InlineData("tire", "both tyres")]
    [InlineData("cheque", "two checks")]
    [InlineData("check", "my cheque")]
    [InlineData("postcode", "the post code")]
    [InlineData("transaction", "an odd txn")]
    [InlineData("university", "at uni")]
    [InlineData("telephone number", "my tel no has changed")]
    [InlineData("aluminium", "aluminum")]
    [InlineData("pyjamas", "pajamas")]
    public void Find_AbbreviationsAndDialects_AreOne(string phrase, string text) => AssertFound("en", phrase, text, isFound: true);

    [Theory]
    [InlineData("cancel my order", "cancellation of my order")]
    [InlineData("cancel my order", "my order cancellation")]
    [InlineData("renew the licence", "renewal of the license")]
    [InlineData("renew passport", "passport renewals")]
    [InlineData("passport renewal", "I renewed my passport")]
    [InlineData("verify identity", "identity verification")]
    [InlineData("identity verification", "verifying my identity")]
    [InlineData("transfer money", "the money transfer")]
    [InlineData("reset password", "a password reset")]
    [InlineData("connection problem", "problems connecting")]
    [InlineData("payment issue", "an issue paying")]
    public void Find_AnActionByItsNoun_WithItsObjectInTheOtherOrder(string phrase, string text) =>
        AssertFound("en", phrase, text, isFound: true);

    [Theory]
    [InlineData("pay back", "back payment")]
    [InlineData("cancel my order", "cancellation of an order")]
    [InlineData("connection problem", "problem connected")]
    [InlineData("renew passport", "passport. Renewal of it")]
    [InlineData("fail to", "to failure")]
    public void Find_AnotherOrderThatSaysAnother_IsNot(string phrase, string text) => AssertFound("en", phrase, text, isFound: false);

    [Theory]
    [InlineData("fr", "annulation", "l'annulation de ma commande", true)]
    [InlineData("fr", "annulation", "L\u2019ANNULATION", true)]
    [InlineData("fr", "accès", "pas d'accès au compte", true)]
    [InlineData("fr", "adresse", "changement d'adresses", true)]
    [InlineData("fr", "annuler", "j'annule tout", true)]
    [InlineData("fr", "hôpital", "à l'hôpital", true)]
    [InlineData("fr", "accès compte", "d'accès compte", true)]
    [InlineData("fr", "arme", "une larme", false)]
    [InlineData("fr", "avis", "davis", false)]
    [InlineData("fr", "été", "la tete", false)]
    [InlineData("fr", "compte", "l'compte", false)]
    [InlineData("it", "accesso", "l'accesso è bloccato", true)]
    [InlineData("it", "account", "dell'account", true)]
    [InlineData("it", "indirizzo", "all'indirizzo", true)]
    [InlineData("it", "installazione", "un'installazione", true)]
    [InlineData("it", "etto", "letto", false)]
    [InlineData("es", "acceso", "l'acceso", false)]
    [InlineData("en", "angelo", "d'angelo", false)]
    public void Find_AWordBehindAnElision_IsFoundInFrenchAndItalian(string language, string phrase, string text, bool isFound) =>
        AssertFound(language, phrase, text, isFound);

    [Theory]
    [InlineData("es", "24 horas", "veinticuatro horas")]
    [InlineData("es", "31 días", "treinta y un días", false)]
    [InlineData("es", "35 días", "treinta y cinco días")]
    [InlineData("es", "treinta y cinco días", "35 días")]
    [InlineData("es", "error 1.205", "código de error 1205")]
    [InlineData("es", "error 1,205", "código de error 1205")]
    [InlineData("es", "-5", "menos 5")]
    [InlineData("es", "€20", "20 euros")]
    [InlineData("es", "2 metros", "2m")]
    [InlineData("pt", "24 horas", "vinte e quatro horas")]
    [InlineData("pt", "erro 105", "erro105")]
    [InlineData("pt", "5 quilos", "5kg")]
    [InlineData("it", "24 ore", "ventiquattro ore")]
    [InlineData("it", "ventitré giorni", "23 giorni")]
    [InlineData("it", "-5", "meno 5")]
    [InlineData("fr", "24 heures", "vingt-quatre heures")]
    [InlineData("fr", "soixante-dix-sept euros", "77 €")]
    [InlineData("fr", "soixante-dix-sept jours", "77 jours")]
    [InlineData("fr", "demi tarif", "1/2 tarif")]
    [InlineData("fr", "erreur 1.205", "code d'erreur 1205")]
    [InlineData("de", "24 Stunden", "vierundzwanzig Stunden")]
    [InlineData("de", "24 Stunden", "24h")]
    [InlineData("de", "Fehler 1.205", "Fehlercode 1205")]
    [InlineData("de", "Fehlercode 105", "Fehler105")]
    [InlineData("de", "minus 5", "-5")]
    public void Find_NumbersOfOtherLanguages(string language, string phrase, string text, bool isFound = true) =>
        AssertFound(language, phrase, text, isFound);

    private static void AssertFound(string language, string phrase, string text, bool isFound)
    {
        var rule = Programs.Rule(
            $$"""{ "anyOf": ["{{phrase}}"] }""",
            $$""" "language": "{{language}}", "denied": true, "typos": false, """
        );

        Assert.Equal(isFound ? Truth.True : Truth.False, rule.When.Evaluate(Programs.Text(text), FactValues.None));
    }
}
