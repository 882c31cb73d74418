using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journaling;

public sealed class JournalJsonTests
{
    [Fact]
    public void Read_FirstAction_IsWhatWasWritten()
    {
        var written = new ActionContent
        {
            Handler = "reset",
            Key = "k",
            Decision = "d",
            Index = 0,
        };

        Assert.Equal(written, JournalJson.Read<ActionContent>(Entry(JournalJson.Write(written))));
    }

    [Fact]
    public void Read_DecisionOfDefaults_IsWhatWasWritten()
    {
        var written = new DecisionContent
        {
            Issue = new IssueRecord { Id = "1" },
            Today = DateOnly.MinValue,
            Reason = "ruleMatched",
            Summary = "",
            Tier = 0,
            Facts = new Dictionary<string, string?> { ["incident"] = null },
            Answer = new AnswerRecord
            {
                Text = "",
                Locale = "en",
                Format = AnswerFormat.PlainText,
                IsWhole = false,
            },
            Actions =
            [
                new ActionRecord
                {
                    Handler = "reset",
                    Key = "k",
                    IsWhole = false,
                    Parameters = new Dictionary<string, object?>
                    {
                        ["times"] = 0L,
                        ["share"] = 0.5,
                        ["note"] = null,
                    },
                },
            ],
            Mode = "shadow",
        };

        var read = JournalJson.Read<DecisionContent>(Entry(JournalJson.Write(written)));

        Assert.Equal(JournalJson.Write(written), JournalJson.Write(read));
        Assert.Equal(
            (0, false, AnswerFormat.PlainText, false),
            (read.Tier, read.Answer!.IsWhole, read.Answer.Format, read.Actions[0].IsWhole)
        );
        Assert.Equal(written.Actions[0].Parameters, read.Actions[0].Parameters);
        Assert.Contains(new KeyValuePair<string, string?>("incident", null), read.Facts);
    }

    private static JournalEntry Entry(string content) =>
        new()
        {
            At = DateTimeOffset.UnixEpoch,
            Kind = JournalEntryKind.Decision,
            Content = content,
        };
}
