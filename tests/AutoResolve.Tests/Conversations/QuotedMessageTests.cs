using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>What the default profile finds, and what it passes over.</summary>
public sealed class QuotedMessageTests
{
    [Theory]
    [InlineData("it says \"Sorry, something went wrong\"", "Sorry, something went wrong")]
    [InlineData("It says 'Sorry, we can't find it'", "Sorry, we can't find it")]
    [InlineData("The message says you are not eligible.", "you are not eligible")]
    [InlineData("I get “You don't have any claim letters yet” on the page", "You don't have any claim letters yet")]
    [InlineData("dice «No se puede»", "No se puede")]
    [InlineData("error message: session expired. Then I left", "session expired")]
    [InlineData("the page reads we could not verify you", "we could not verify you")]
    [InlineData("it said: Access denied!", "Access denied")]
    [InlineData("it says \"Sorry. Try later\"", "Sorry. Try later")]
    [InlineData("el mensaje dice no se encontró la página", "no se encontró la página")]
    [InlineData("it says \"Forbidden\"", "Forbidden")]
    [InlineData("The error: Sorry we cannot find it", "Sorry we cannot find it")]
    [InlineData("me dice no se puede cargar", "no se puede cargar")]
    public void Find_Value_GivesIt(string text, string value) => Assert.Equal(value, DefaultProfile.Profile.Find("quotedMessage", text));

    [Theory]
    [InlineData("My doctor says I should rest")]
    [InlineData("I clicked on submit")]
    [InlineData("I can't log in and it's been days")]
    [InlineData("don't know what's wrong")]
    [InlineData("there was an error, and I left")]
    public void Find_Other_GivesNothing(string text) => Assert.Null(DefaultProfile.Profile.Find("quotedMessage", text));
}
