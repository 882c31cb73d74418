using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journaling;

/// <summary>A decision keeps its whole case, and stays small however long the case is.</summary>
public sealed class IssueRecordTests
{
    private const int MaxTextOfTurns = 100_000;

    [Fact]
    public void Keep_TurnsWithMuchText_KeepsTheTextOfTheNewestAndTheIdsOfAll()
    {
        var kept = Keep(Enumerable.Range(0, 20).Select(number => new Turn { Id = $"m-{number}", Text = new string('x', 9_000) }));

        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"m-{number}"), kept.Turns.Select(turn => turn.Id));
        Assert.Equal(Enumerable.Range(0, 20).Select(number => number < 9 ? 0 : 9_000), kept.Turns.Select(turn => turn.Text.Length));
        Assert.InRange(kept.Turns.Sum(turn => turn.Text.Length), 0, MaxTextOfTurns);
    }

    [Fact]
    public void Keep_ManyLargeFieldsAndSteps_CountAsText()
    {
        var large = new string('x', 30_000);
        var kept = Keep([
            new Turn { Id = "m-1", Text = "old" },
            new Turn
            {
                Id = "m-2",
                Fields = new Dictionary<string, string> { ["page"] = large },
            },
            new Turn { Id = "m-3", Tried = [large] },
            new Turn { Id = "m-4", Text = large },
            new Turn { Id = "m-5", Text = large },
        ]);

        Assert.Equal(
            [false, false, true, true, true],
            kept.Turns.Select(turn => turn.Text.Length + turn.Fields.Count + turn.Tried.Count > 0)
        );
    }

    [Fact]
    public void Keep_FieldsAndStepsOfTurnsThatAreKeptNoMore_ArePartOfTheIssue()
    {
        var kept = Keep([
            new Turn
            {
                Id = "m-1",
                Text = new string('x', 1_000),
                Fields = new Dictionary<string, string> { ["Device"] = "phone" },
            },
            new Turn
            {
                Id = "m-2",
                Text = new string('x', 1_000),
                Fields = new Dictionary<string, string> { ["device"] = "tablet" },
                Tried = ["restart"],
            },
            new Turn
            {
                Id = "m-3",
                Text = new string('x', MaxTextOfTurns - 500),
                Fields = new Dictionary<string, string> { ["page"] = "claims" },
            },
        ]);

        Assert.Equal(
            [("device", "tablet"), ("form", "21")],
            kept.Fields.Select(field => (field.Key.ToLowerInvariant(), field.Value)).Order()
        );
        Assert.Equal("claims", kept.Turns[^1].Fields["page"]);
        Assert.Contains("restart", kept.Tried);
    }

    [Fact]
    public void Keep_MoreTurnsThanACaseMayHave_KeepsTheNewest()
    {
        var kept = Keep(
            Enumerable
                .Range(0, 1_000)
                .Select(number => new Turn
                {
                    Id = $"m-{number}",
                    Text = "and",
                    Fields = new Dictionary<string, string> { [$"f-{number}"] = "v" },
                })
        );

        Assert.Equal(Issue.MaxTurns + 1, kept.Turns.Count);
        Assert.Equal(1_000 - kept.Turns.Count + 1, kept.Fields.Count);
        Assert.Equal("m-999", kept.Turns[^1].Id);
    }

    [Theory]
    [InlineData(TextFormat.Unknown, false)]
    [InlineData(TextFormat.Plain, true)]
    [InlineData(TextFormat.Html, true)]
    public void ToIssue_Format_IsThatOfWhatWasKept(TextFormat format, bool isWritten)
    {
        var issue = new Issue
        {
            Id = "1",
            Text = "<b>x</b>",
            Format = format,
            Turns = [new Turn { Id = "m", Format = format }],
        };

        var json = JournalJson.Write(IssueRecord.Of(issue, isMasked: false));
        var kept = IssueRecord.Of(issue, isMasked: false).ToIssue();

        Assert.Equal((format, format), (kept.Format, Assert.Single(kept.Turns).Format));
        Assert.Equal(isWritten, json.Contains("\"format\":", StringComparison.Ordinal));
    }

    private static IssueRecord Keep(IEnumerable<Turn> turns)
    {
        var issue = new Issue
        {
            Id = "issue-1",
            Fields = new Dictionary<string, string> { ["form"] = "21" },
            Turns = [.. turns],
        };
        return IssueRecord.Of(issue, isMasked: false);
    }
}
