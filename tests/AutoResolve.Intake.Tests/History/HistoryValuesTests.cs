using AutoResolve.Intake.Columns;
using AutoResolve.Intake.History;
using AutoResolve.Tests.Histories;

namespace AutoResolve.Intake.Tests.History;

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
    [InlineData("tier_3", 3)]
    [InlineData("-", null)]
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
    [InlineData("12 h", 720d)]
    [InlineData("1 Hour 5 Minutes", 65d)]
    [InlineData("2 Days 3 Hours, 30 seconds", 3060.5)]
    [InlineData("3300 s", 55d)]
    [InlineData("01:05:30", 65.5)]
    [InlineData("1 00:05:00", 1445d)]
    [InlineData("1.00:05:00", 1445d)]
    [InlineData("1970-01-01 00:55:00", 55d)]
    [InlineData("1970-01-02 00:55:00", 1495d)]
    [InlineData("55 minutes", 55d)]
    [InlineData("1h 20m", 80d)]
    [InlineData("1h20m", 80d)]
    [InlineData("00:55:00", 55d)]
    [InlineData("1 day 2 hours", 1560d)]
    [InlineData("1 hour and 20 minutes", 80d)]
    [InlineData("1,5 h", 90d)]
    [InlineData("PT55M", 55d)]
    [InlineData("PT1H20M", 80d)]
    [InlineData("P1DT2H", 1560d)]
    [InlineData("P1M", null)]
    [InlineData("Pending", null)]
    [InlineData("5:30", null)]
    [InlineData("12:75:00", null)]
    [InlineData("12 apples", null)]
    [InlineData("2026-10-01 00:55:00", null)]
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
    [InlineData("2", true)]
    [InlineData("0.0", false)]
    [InlineData("-1", null)]
    [InlineData("perhaps", null)]
    [InlineData("", null)]
    public void Flag_OfManyForms_IsUnderstood(string text, bool? expected) => Assert.Equal(expected, Read("escalated", text).Escalated);

    // What a number is of, its column says, or whoever names the column; else it is not read.
    [Theory]
    [InlineData("minutes", "90", null, 90d)]
    [InlineData("business_duration", "3300", null, 55d)]
    [InlineData("Business duration", "3300", "Business duration", 55d)]
    [InlineData("Time (h)", "1.5", "Time (h)", 90d)]
    [InlineData("Business duration", "10,480", null, 10480d / 60)]
    [InlineData("Business duration", "1,010,480", null, 1010480d / 60)]
    [InlineData("handlingMinutes", "90", "handlingMinutes", 90d)]
    [InlineData("handleTimeSeconds", "300", "handleTimeSeconds", 5d)]
    [InlineData("Handle time (sec)", "300", "Handle time (sec)", 5d)]
    [InlineData("Time Spent", "3300", null, 55d)]
    [InlineData("handle_time", "300", null, null)]
    [InlineData("handle_time", "00:05:00", null, 5d)]
    [InlineData("handle_time", "300 sec", null, 5d)]
    [InlineData("handle_time", "300", "handle_time:seconds", 5d)]
    [InlineData("Effort", "300", "Effort", 300d)]
    [InlineData("Effort", "2", "Effort:hours", 120d)]
    public void Minutes_OfAColumn_AreConvertedByItsUnit(string column, string text, string? given, double? expected)
    {
        using var file = new HistoryText($"text;{column}\na;{text}\n", ".csv");
        var history = new HistoryFile(
            file.Path,
            new ReadingOptions { Columns = new ColumnMap(given is null ? null : new Dictionary<string, string> { ["minutes"] = given }) }
        );

        Assert.Equal(expected, Assert.Single(history.Read()).Minutes);
        Assert.Equal(
            expected is null ? ["minutes of 1 issue, such as '300' (say the unit, as in --column minutes=handle_time:seconds)"] : [],
            history.Problems.Values.Select(value => value.ToString())
        );
    }

    [Theory]
    [InlineData("text,team,team\na,,x\n", ".csv")]
    [InlineData("text,team,team\na,x,y\n", ".csv")]
    [InlineData("text,Team,team\na,x,\n", ".csv")]
    [InlineData("""{ "text": "a", "team": "", "team": "x" }""", ".jsonl")]
    [InlineData("""{ "text": "a", "team": "x", "Team": "y" }""", ".jsonl")]
    public void Columns_OfOneName_TheFirstThatIsNotEmptyCounts(string content, string extension)
    {
        using var file = new HistoryText(content, extension);

        Assert.Equal("x", Assert.Single(new HistoryFile(file.Path).Read()).Team);
    }

    private static PastIssue Read(string column, string text)
    {
        using var file = new HistoryText($"text;{column}\na;{text}\n", ".csv");
        return Assert.Single(new HistoryFile(file.Path).Read());
    }
}
