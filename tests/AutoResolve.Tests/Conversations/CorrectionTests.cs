using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>What the default profile takes for it, and what not.</summary>
public sealed class CorrectionTests
{
    [Theory]
    [InlineData("no, I meant ID.me")]
    [InlineData("No, I meant the other form")]
    [InlineData("sorry, I meant login.gov")]
    [InlineData("not login.gov but ID.me")]
    [InlineData("It's not the app but the website")]
    [InlineData("correction: it was Tuesday")]
    [InlineData("Correction - 21-526EZ")]
    [InlineData("I mean ID.me")]
    [InlineData("I meant to say the laptop")]
    [InlineData("my mistake, it is the 0995")]
    [InlineData("I misspoke, it is DS Logon")]
    [InlineData("oops wrong form, it is 10-10EZ")]
    [InlineData("actually it's ID.me")]
    [InlineData("quise decir ID.me")]
    [InlineData("perdón, quise decir el teléfono")]
    [InlineData("no es la aplicación sino el sitio")]
    [InlineData("me equivoqué, es ID.me")]
    [InlineData("Sorry, not the phone, the laptop")]
    [InlineData("I meant the claim status page")]
    [InlineData("No I mean the app")]
    [InlineData("Sorry wrong form, I need 22-1990")]
    [InlineData("typo, it is 007")]
    [InlineData("It's DS Logon, not ID.me")]
    [InlineData("Correction, it was Wednesday")]
    [InlineData("I said Monday but it was Tuesday")]
    [InlineData("sorry I should have said login.gov")]
    [InlineData("Oops, I meant 21-526EZ")]
    [InlineData("No, I mean the other one")]
    [InlineData("not the claim but the appeal")]
    [InlineData("Quise decir el formulario 22-1990")]
    public void Says_Meant_Holds(string text) => Assert.True(DefaultProfile.Profile.Says(Signal.Correction, text));

    [Theory]
    [InlineData("It does not work but I tried")]
    [InlineData("it is not working but I can log in")]
    [InlineData("you know what I mean")]
    [InlineData("what do you mean")]
    [InlineData("I need a correction to my DD214")]
    [InlineData("name correction")]
    [InlineData("not working but fine yesterday")]
    [InlineData("does that mean I am denied")]
    [InlineData("actually it works now")]
    [InlineData("I mean it has been three weeks")]
    [InlineData("it is not fair but I understand")]
    [InlineData("not only the app but also the website")]
    [InlineData("what it means")]
    [InlineData("I did not get the letter but my wife did")]
    [InlineData("not today but soon")]
    public void Says_NotMeant_Fails(string text) => Assert.False(DefaultProfile.Profile.Says(Signal.Correction, text));
}
