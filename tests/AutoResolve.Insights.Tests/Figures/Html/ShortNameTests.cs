using System.Globalization;
using AutoResolve.Insights.Figures.Reporting.Html;

namespace AutoResolve.Insights.Tests.Figures.Html;

public sealed class ShortNameTests
{
    private const string Family = "👨\u200D👩\u200D👧";

    [Theory]
    [InlineData("short", "short", false)]
    [InlineData("", "", false)]
    [InlineData("Tier 0: Another contact centre", "Tier 0: Another|contact centre", false)]
    [InlineData("claims/status-of-an-appeal", "claims/status-of-|an-appeal", false)]
    [InlineData("abcdefghijklnopqrstuvxyz", "abcdefghijklnopqrs|tuvxyz", false)]
    [InlineData("one six three four five six seven eight nine ten", "one six three four|five six seven ei…", true)]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "WWWWWWWWWWWW|WWWWWWWWWWW…", true)]
    [InlineData("信用信用信用信用信用信用信用信用信用信用信用信用", "信用信用信用信用信|用信用信用信用信…", true)]
    public void Of_Name_IsCutOnlyBehindTwoLines(string name, string lines, bool isCut)
    {
        var made = ShortName.Of(name, 18);

        Assert.Equal((lines, isCut), (string.Join('|', made.Lines), made.IsCut));
    }

    // A family is one picture of eight characters, an accent belongs to its letter.
    [Theory]
    [InlineData("😀")]
    [InlineData(Family)]
    [InlineData("e\u0301")]
    [InlineData("🇺🇸")]
    public void Of_AnyPlaceOfTheCut_LeavesLettersWhole(string letter)
    {
        var name = string.Concat(Enumerable.Repeat(letter, 60));
        for (var letters = 2; letters < 20; letters++)
        {
            foreach (var line in ShortName.Of(new string('x', letters % 3) + name, letters).Lines)
                Assert.All(Elements(line.TrimStart('x').TrimEnd('…')), element => Assert.Equal(letter, element));
        }
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var found = StringInfo.GetTextElementEnumerator(text); found.MoveNext(); )
            yield return found.GetTextElement();
    }
}
