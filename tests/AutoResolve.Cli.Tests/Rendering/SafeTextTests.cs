using AutoResolve.Shared.Text;

namespace AutoResolve.Cli.Tests.Rendering;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("a\tb\r\n c", "a b c")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("a\u202Eb\u0000c\u0085d", "a b c d")]
    [InlineData("  ", "")]
    public void Line_UnsafeCharacters_AreSpaces(string text, string expected) => Assert.Equal(expected, SafeText.Line(text));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("a long sentence", 8, "a long…")]
    [InlineData("abcdef😀x", 8, "abcdef…")]
    public void Start_LongText_IsCutAtACharacter(string text, int length, string expected) =>
        Assert.Equal(expected, SafeText.Start(text, length));

    [Fact]
    public void Block_AnyText_KeepsPlaces() => Assert.Equal("a \nb \u00E9", SafeText.Block("a\r\nb\u001b\u00E9"));
}
