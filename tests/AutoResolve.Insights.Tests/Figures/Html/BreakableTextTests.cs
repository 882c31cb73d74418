using System.Globalization;
using AutoResolve.Insights.Figures.Reporting.Html;

namespace AutoResolve.Insights.Tests.Figures.Html;

public sealed class BreakableTextTests
{
    private const string Family = "👨\u200D👩\u200D👧";
    private static readonly string[] Pieces = ["see claims/", "status-", "of-", "an-", "appeal letter"];

    [Fact]
    public void Pieces_LongWordOfPictures_BreaksBetweenThem() =>
        Assert.All(BreakableText.Pieces(string.Concat(Enumerable.Repeat(Family, 10))), piece =>
            Assert.Equal(piece, string.Concat(Enumerable.Repeat(Family, StringInfo.ParseCombiningCharacters(piece).Length)))
        );

    [Theory]
    [InlineData("2026-10-06")]
    [InlineData("2026-10-15, overdue")]
    [InlineData("sign-in/loop")]
    [InlineData("1,234.5")]
    [InlineData("")]
    public void Pieces_DateOrNumberOrShortName_StaysWhole(string text) => Assert.Equal(text, Assert.Single(BreakableText.Pieces(text)));

    [Fact]
    public void Pieces_LongName_MayBreakBehindItsMarks() =>
        Assert.Equal(Pieces, BreakableText.Pieces("see claims/status-of-an-appeal letter"));
}
