using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>What the default profile takes for it, and what not.</summary>
public sealed class UnsolvedTests
{
    [Theory]
    [InlineData("still not working")]
    [InlineData("It's still not working.")]
    [InlineData("same error")]
    [InlineData("I get the same error message")]
    [InlineData("didn't help")]
    [InlineData("That did not help")]
    [InlineData("no luck")]
    [InlineData("No luck with that")]
    [InlineData("tried that")]
    [InlineData("I tried that already")]
    [InlineData("already did that")]
    [InlineData("still can't log in")]
    [InlineData("That didn't work")]
    [InlineData("it doesn't work")]
    [InlineData("Nope, same thing")]
    [InlineData("no change")]
    [InlineData("nothing changed")]
    [InlineData("I am still locked out")]
    [InlineData("It worked for a minute, then the same error came back")]
    [InlineData("it's happening again")]
    [InlineData("not fixed")]
    [InlineData("to no avail")]
    [InlineData("Works now on my phone but still not working on the laptop")]
    [InlineData("I tried that and it worked for a minute, still not working")]
    [InlineData("the problem persists")]
    [InlineData("sigue sin funcionar")]
    [InlineData("todavía no funciona")]
    [InlineData("el mismo error")]
    [InlineData("no funcionó")]
    [InlineData("ya lo intenté")]
    [InlineData("no me ayudó")]
    [InlineData("sigo sin poder entrar")]
    public void Says_Meant_Holds(string text) => Assert.True(DefaultProfile.Profile.Says(Signal.Unsolved, text));

    [Theory]
    [InlineData("it works now")]
    [InlineData("I tried that and it works now")]
    [InlineData("It didn't work at first but it works now")]
    [InlineData("I tried that and it worked!")]
    [InlineData("I no longer get the same error")]
    [InlineData("I will try that")]
    [InlineData("thanks")]
    [InlineData("ya funciona")]
    [InlineData("I have not tried that")]
    [InlineData("haven't tried that yet, will do tonight")]
    public void Says_NotMeant_Fails(string text) => Assert.False(DefaultProfile.Profile.Says(Signal.Unsolved, text));
}
