using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>Signs say as much as words.</summary>
public sealed class WaitingSignsTests
{
    [Theory]
    [InlineData("👎")]
    [InlineData("👎👎")]
    [InlineData("😡")]
    [InlineData("👍 but it does not work")]
    [InlineData("🤬")]
    [InlineData("😭")]
    [InlineData("👍?")]
    [InlineData("🖕")]
    [InlineData("❓")]
    [InlineData("😀 my letter is missing")]
    [InlineData("👍👎")]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData("ok 😡")]
    [InlineData("thanks 👎")]
    [InlineData("🆘")]
    [InlineData("💀")]
    [InlineData("🔫")]
    [InlineData("👍 🔫")]
    [InlineData("thanks for nothing")]
    [InlineData("thanks but it still fails")]
    [InlineData("I will try it tonight, but what if it fails?")]
    [InlineData("I will sue you")]
    [InlineData("ok so what now")]
    [InlineData("I will try to end it all tonight")]
    [InlineData("thanks, I also cannot open my letter")]
    [InlineData("I'll try a lawyer")]
    public void Says_MoreThanThanks_Fails(string text) =>
        Assert.False(DefaultProfile.Profile.Says(Signal.Waiting, text));

    [Theory]
    [InlineData("👍")]
    [InlineData("👍👍")]
    [InlineData("👍🏽")]
    [InlineData("🙏")]
    [InlineData("👌")]
    [InlineData("Thanks 👍")]
    [InlineData("ok 👍")]
    [InlineData("🙂")]
    [InlineData("😊 thank you")]
    [InlineData("ty")]
    [InlineData("tysm")]
    [InlineData("Thank you kindly")]
    [InlineData("Thanks for the quick reply")]
    [InlineData("will do 👍")]
    [InlineData("👏")]
    [InlineData("❤️")]
    [InlineData("Gracias 👍")]
    [InlineData("✅")]
    [InlineData("thanks a bunch")]
    [InlineData("I'll give it a go later 👍")]
    [InlineData("I will try it tonight")]
    [InlineData("ok thanks, will do")]
    [InlineData("Got it")]
    public void Says_ThanksInSigns_Holds(string text) =>
        Assert.True(DefaultProfile.Profile.Says(Signal.Waiting, text));
}
