using AutoResolve.Matching;
using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Words.Variants;

/// <summary>Wordings belong to a language; hyphens, numbers and their signs to all.</summary>
public sealed class VariantLanguageTests
{
    [Theory]
    [InlineData("en", "two claims", "2 claims", true)]
    [InlineData("es", "two claims", "2 claims", false)]
    [InlineData("es", "set up", "setup", false)]
    [InlineData("es", "no es mark", "no is mark", false)]
    [InlineData("de", "sign in", "signin", false)]
    [InlineData("es", "id", "I'd", true)]
    [InlineData("nl", "home page", "homepage", false)]
    [InlineData("nl", "wi-fi", "wifi", true)]
    [InlineData("nl", "error 105", "error105", true)]
    [InlineData("fr", "1.000", "1000", true)]
    [InlineData("de", "1.000", "1000", true)]
    [InlineData("de", "1000", "1.000", true)]
    [InlineData("de", "1.000", "1. 000", false)]
    [InlineData("fr", "code erreur 105", "j'ai l'erreur 105 quand je me connecte", true)]
    [InlineData("fr", "code d'erreur 105", "j'ai l'erreur 105 quand je me connecte", true)]
    [InlineData("fr", "erreur 105", "j'ai l'erreur 105", true)]
    [InlineData("fr", "erreur 105", "le code d'erreur 105", true)]
    [InlineData("it", "codice errore 105", "ho l'errore 105", true)]
    [InlineData("fr", "annulation", "l'annulation", true)]
    [InlineData("fr", "annuler", "l'annulation", true)]
    [InlineData("de", "Schloss", "wir schlossen das ab", false)]
    [InlineData("de", "Schloss", "die Schlösser klemmen", true)]
    [InlineData("de", "Schloss", "mein Schloss klemmt", true)]
    public void Find_AWordingOfAnotherLanguage_IsNotOne(string language, string phrase, string text, bool isFound) =>
        AssertFound(language, phrase, text, isFound);

    [Theory]
    [InlineData("es", "dos cartas", "2 cartas")]
    [InlineData("es", "mi telefono", "mi tel")]
    [InlineData("es", "error 105", "código de error 105")]
    [InlineData("es", "cancelar", "la cancelación")]
    [InlineData("es", "correo de el banco", "correo del banco")]
    [InlineData("es", "por favor", "porfavor")]
    [InlineData("es", "100 %", "100 por ciento")]
    [InlineData("es", "20 dólares", "$20")]
    [InlineData("es", "30 minutos", "30min")]
    [InlineData("es", "A & B", "A y B")]
    [InlineData("pt", "duas cartas", "2 cartas")]
    [InlineData("pt", "cancelar", "o cancelamento")]
    [InlineData("pt", "erro 105", "código de erro 105")]
    [InlineData("pt", "e-mail", "email")]
    [InlineData("it", "due lettere", "2 lettere")]
    [InlineData("it", "attivare", "la mia attivazione")]
    [InlineData("it", "errore 105", "codice errore 105")]
    [InlineData("it", "5 per cento", "5 %")]
    [InlineData("fr", "deux lettres", "2 lettres")]
    [InlineData("fr", "mot de passe", "mon mdp")]
    [InlineData("fr", "annuler", "mon annulation")]
    [InlineData("fr", "rendez-vous", "mon rdv")]
    [InlineData("de", "zwei Briefe", "2 Briefe")]
    [InlineData("de", "kündigen", "meine Kündigung")]
    [InlineData("de", "Fehler 105", "Fehlercode 105")]
    [InlineData("de", "zum Beispiel", "z. B.")]
    [InlineData("de", "50 Prozent", "50%")]
    [InlineData("de", "E-Mail", "Email")]
    public void Find_AWordingOfItsLanguage_IsOne(string language, string phrase, string text) =>
        AssertFound(language, phrase, text, isFound: true);

    [Fact]
    public void Find_AListInAnotherLanguageThanItsSet_HasTheWordingsOfItsOwn()
    {
        var set = """ "language": "es", "lists": { "english": { "phrases": ["two claims"], "language": "en" } }, """;
        var rule = Programs.Rule("""{ "anyOf": ["@english", "set up"] }""", set);

        Assert.Equal(Truth.True, rule.When.Evaluate(Programs.Text("my 2 claims"), FactValues.None));
        Assert.Equal(Truth.False, rule.When.Evaluate(Programs.Text("the setup"), FactValues.None));
    }

    private static void AssertFound(string language, string phrase, string text, bool isFound)
    {
        var rule = Programs.Rule(
            $$"""{ "anyOf": ["{{phrase}}"] }""",
            $$""" "language": "{{language}}", "denied": true, "typos": false, """
        );

        Assert.Equal(isFound ? Truth.True : Truth.False, rule.When.Evaluate(Programs.Text(text), FactValues.None));
    }
}
