using AutoResolve.Tests.Matching.Properties;
using AutoResolve.Words.Features;
using CsCheck;

namespace AutoResolve.Tests;

public sealed class TextFeaturesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ?! ", "")]
    [InlineData("Big files fail", "big files fail, big files, files fail")]
    [InlineData("Uploading: again, UPLOADINGS", "uploadin again, uploadin again, again uploadin")]
    [InlineData("a a a", "a, a a")]
    [InlineData("can't — sesión", "cant sesion, cant sesion")]
    [InlineData("登录", "登 录, 登 录")]
    [InlineData("входившего", "входивше")]
    [InlineData("\uD83D\uDE00 id.me", "id me, id me")]
    public void Of_Text_IsItsWordsCutAndTheirPairs(string text, string features)
    {
        var parts = features.Split(", ");
        var words = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] pairs = parts[1..];

        Assert.Equal(words.Concat(pairs).Order(StringComparer.Ordinal), TextFeatures.Of(text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_LongerTextThanIsRead_IsOfWhatIsRead() =>
        Assert.DoesNotContain("end", TextFeatures.Of(string.Concat(Enumerable.Repeat("word ", 20_000)) + "end"));

    [Fact]
    public void Of_AnyText_IsWhatAClassifierMayHave() =>
        Arbitrary.AnyText.Sample(
            text =>
                Assert.All(TextFeatures.Of(text), feature =>
                    Assert.All(feature.Split(' '), word => Assert.True(Feature.IsOfWord(word), word))
                ),
            iter: LongRun.Of(2_000)
        );

    [Fact]
    public void KeyOf_AnyWord_IsOneForAllThatAreCutAlike() =>
        Arbitrary.AnyText.Sample(
            text =>
            {
                foreach (var feature in TextFeatures.Of(text).SelectMany(feature => feature.Split(' ')))
                {
                    Assert.Equal(Feature.KeyOf(feature), Feature.KeyOf(feature.Length < 8 ? feature : feature + "x"));
                    Assert.NotEqual(Feature.KeyOf(feature), Feature.KeyOf("x" + feature[..^1] + "y"));
                }
            },
            iter: 500
        );
}
