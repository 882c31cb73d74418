using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>What the default profile takes for it, and what not.</summary>
public sealed class WaitingTests
{
    [Theory]
    [InlineData("thanks")]
    [InlineData("Thank you!")]
    [InlineData("Thanks so much for your help.")]
    [InlineData("ok will do")]
    [InlineData("OK, will do. Thanks")]
    [InlineData("I will try tonight")]
    [InlineData("I'll try that tonight and let you know")]
    [InlineData("let me check and get back")]
    [InlineData("Let me check and get back to you.")]
    [InlineData("Ok")]
    [InlineData("Got it, thanks")]
    [InlineData("Thank you. I will try it when I get home.")]
    [InlineData("one moment")]
    [InlineData("give me a few minutes")]
    [InlineData("haven't tried that yet, will do tonight")]
    [InlineData("Thanks John")]
    [InlineData("I'll call them tomorrow. Thank you for the quick reply!")]
    [InlineData("Much appreciated")]
    [InlineData("gracias")]
    [InlineData("Muchas gracias por su ayuda")]
    [InlineData("voy a intentarlo esta noche")]
    [InlineData("ok, lo intento")]
    [InlineData("déjeme revisar")]
    public void Says_Meant_Holds(string text) => Assert.True(DefaultProfile.Profile.Says(Signal.Waiting, text));

    [Theory]
    [InlineData("Thanks, but that is not what I asked")]
    [InlineData("Thanks for nothing, it still does not work")]
    [InlineData("Thank you. What about my claim?")]
    [InlineData("Thanks. My claim is missing")]
    [InlineData("ok so how do I reset it")]
    [InlineData("I will try to sue you")]
    [InlineData("my password does not work, thanks")]
    [InlineData("thanks, I want a human")]
    [InlineData("gracias pero no funciona")]
    public void Says_NotMeant_Fails(string text) => Assert.False(DefaultProfile.Profile.Says(Signal.Waiting, text));
}
