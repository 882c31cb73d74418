using CsCheck;

namespace AutoResolve.Tests;

public sealed class LogIdTests
{
    [Theory]
    [InlineData("1017", "1017")]
    [InlineData("Fall é 日本", "Fall é 日本")]
    [InlineData("1\nwarn: forged", "1\\u000Awarn: forged")]
    [InlineData("1\u2028\u202E2", "1\\u2028\\u202E2")]
    public void Id_InALog_StandsOnOneLine(string id, string shown) => Assert.Equal(shown, LogId.Of(id));

    [Fact]
    public void Id_OfAnyText_IsShortAndOnOneLine() =>
        Gen.String.Sample(id =>
        {
            var shown = LogId.Of(new string('x', 190) + id);

            Assert.DoesNotContain(shown, char.IsControl);
            Assert.InRange(shown.Length, 190, 201 + (5 * 10));
        });
}
