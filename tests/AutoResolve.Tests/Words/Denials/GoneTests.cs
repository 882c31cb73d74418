using AutoResolve.Matching;
using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Words.Denials;

/// <summary>An error that is gone is over. An account that is gone is lost, and that is the problem.</summary>
public sealed class GoneTests
{
    [Theory]
    [InlineData("Konto", "mein Konto ist weg", true)]
    [InlineData("Brief", "mein Brief ist weg, ich finde ihn nicht", true)]
    [InlineData("Passwort", "mein Passwort ist weg", true)]
    [InlineData("Fehler 105", "Fehler 105 ist weg", false)]
    [InlineData("Fehler 105", "der Fehler 105 ist jetzt weg", false)]
    [InlineData("Geld", "Das Geld ist verschwunden", true)]
    [InlineData("Fehler", "Der Fehler ist verschwunden", false)]
    [InlineData("Antrag", "Ich finde den Antrag nicht mehr", true)]
    [InlineData("Konto", "das Konto gibt es nicht mehr", true)]
    [InlineData("Fehler", "der Fehler kommt nicht mehr", false)]
    [InlineData("Drucker", "der Drucker druckt nicht mehr", true)]
    [InlineData("Konto", "mein Konto ist seit dem Fehler weg", true)]
    [InlineData("account", "my account went away", true)]
    [InlineData("error 105", "error 105 went away", false)]
    [InlineData("money", "my money is all gone", true)]
    [InlineData("money", "my money is long gone", true)]
    [InlineData("error 105", "error 105 is long gone", false)]
    [InlineData("letters", "Letters: gone", true)]
    [InlineData("error 105", "Error 105: gone now", false)]
    [InlineData("records", "Records: not found", true)]
    [InlineData("network error", "Network error - not seen", false)]
    [InlineData("claim", "my claim is no longer there", true)]
    [InlineData("error 105", "error 105 is no longer there", false)]
    [InlineData("message", "my message disappeared", true)]
    [InlineData("acceso", "el acceso se me quitó", true)]
    [InlineData("pago", "mi pago me lo quitaron", true)]
    [InlineData("error 105", "el error 105 se quitó", false)]
    [InlineData("error", "El error desapareció desde ayer", false)]
    [InlineData("cuenta", "mi cuenta desapareció", true)]
    [InlineData("señal", "la señal se fue", true)]
    [InlineData("compte", "mon compte a disparu", true)]
    [InlineData("erreur 105", "l'erreur 105 a disparu", false)]
    [InlineData("conta", "minha conta sumiu", true)]
    [InlineData("erro 105", "o erro 105 sumiu", false)]
    [InlineData("conto", "il mio conto è sparito", true)]
    [InlineData("errore 105", "l'errore 105 è sparito", false)]
    [InlineData("luz roja", "la luz roja ya no está, se fue sola el lunes", false)]
    public void Find_WhatIsGone_CountsUnlessItIsWhatIsWrong(string phrase, string text, bool isFound) =>
        Assert.Equal(
            isFound ? Truth.True : Truth.False,
            Programs.Rule($$"""{ "anyOf": ["{{phrase}}"] }""").When.Evaluate(Programs.Text(text), FactValues.None)
        );
}
