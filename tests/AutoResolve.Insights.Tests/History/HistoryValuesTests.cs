using AutoResolve.Insights.History;

namespace AutoResolve.Insights.Tests.History;

public sealed class HistoryValuesTests
{
    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.0", 2)]
    [InlineData("2,0", 2)]
    [InlineData("Tier 2", 2)]
    [InlineData("tier II", 2)]
    [InlineData("TIER-3", 3)]
    [InlineData("T2", 2)]
    [InlineData("L2", 2)]
    [InlineData("l 0", 0)]
    [InlineData("Level 2", 2)]
    [InlineData("Level: i", 1)]
    [InlineData("iii", 3)]
    [InlineData("Tier\u00A02", 2)]
    [InlineData("4", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("IV", null)]
    [InlineData("IIII", null)]
    [InlineData("tier", null)]
    [InlineData("T", null)]
    [InlineData("Tier 2 or 3", null)]
    [InlineData("Late 2", null)]
    [InlineData("NaN", null)]
    public void Tier_OfManyForms_IsUnderstood(string text, int? expected) => Assert.Equal(expected, Read("tier", text).Tier);

    [Theory]
    [InlineData("12", 12d)]
    [InlineData("12.5", 12.5)]
    [InlineData("12,5", 12.5)]
    [InlineData("12,50", 12.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("12 min", 12d)]
    [InlineData("12min.", 12d)]
    [InlineData("12,5 Minutes", 12.5)]
    [InlineData("1 minute", 1d)]
    [InlineData("90 mins", 90d)]
    [InlineData("1,500", null)]
    [InlineData("1,2,3", null)]
    [InlineData("min", null)]
    [InlineData("-3", null)]
    [InlineData("1e9", null)]
    [InlineData("12 h", null)]
    public void Minutes_OfManyForms_AreUnderstood(string text, double? expected) => Assert.Equal(expected, Read("minutes", text).Minutes);

    [Theory]
    [InlineData("x", true)]
    [InlineData("X", true)]
    [InlineData("✓", true)]
    [InlineData("✔", true)]
    [InlineData("yes", true)]
    [InlineData("1", true)]
    [InlineData("No", false)]
    [InlineData("0", false)]
    [InlineData("perhaps", null)]
    [InlineData("", null)]
    public void Flag_OfManyForms_IsUnderstood(string text, bool? expected) => Assert.Equal(expected, Read("escalated", text).Escalated);

    private static PastIssue Read(string column, string text)
    {
        using var file = new HistoryText($"text;{column}\na;{text}\n", ".csv");
        return Assert.Single(new HistoryFile(file.Path, new HistoryColumns()).Read());
    }
}
