using System.Globalization;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Journaling;

namespace AutoResolve.Benchmarks.Journals;

/// <summary>Journal entries of decisions, two kilobytes each: an issue, its answer in steps, and an action.</summary>
internal sealed class DecisionEntries
{
    private const int Distinct = 100;
    private const int TextLength = 1_000;

    private static readonly DateTimeOffset Day = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string[] _contents;
    private int _made;

    public DecisionEntries()
    {
        var text = string.Join(' ', Workload.Generate(100).Issues.Select(issue => issue.Text));
        _contents = [.. Enumerable.Range(0, Distinct).Select(number => Content(text.Substring(number * TextLength, TextLength)))];
    }

    /// <summary>One that was not made before.</summary>
    public JournalEntry Next()
    {
        var number = Interlocked.Increment(ref _made);
        var issue = string.Create(CultureInfo.InvariantCulture, $"issue-{number}");
        return new JournalEntry
        {
            At = Day.AddMilliseconds(number),
            Kind = JournalEntryKind.Decision,
            IssueId = issue,
            Key = $"decision:{issue}",
            IsOpen = true,
            RuleId = "sign-in.clock-wrong",
            RuleVersion = 2,
            RulebookRevision = "6f1c0f2b9f0a4d1e",
            Label = "answered",
            Content = _contents[number % Distinct],
        };
    }

    private static string Content(string text) =>
        JournalJson.Write(
            new DecisionContent
            {
                Issue = new IssueRecord
                {
                    Id = "issue",
                    Text = text,
                    Title = text[..60],
                    Channel = "email",
                    Product = "portal",
                    Locale = "en",
                    ReceivedAt = Day,
                },
                Today = DateOnly.FromDateTime(Day.UtcDateTime),
                Facts = new Dictionary<string, string?> { ["incident"] = null, ["locked"] = "true" },
                Reason = "matched",
                Summary = text[..120],
                Type = "sign-in/loop",
                Team = "identity",
                Tier = 1,
                Tags = ["sign-in", "clock"],
                Answer = new AnswerRecord
                {
                    Text = text[..200],
                    Locale = "en",
                    Format = AnswerFormat.Markdown,
                    Steps = [.. Enumerable.Range(1, 3).Select(step => new AnswerStep($"step-{step}", text[..80]))],
                    IsWhole = true,
                },
                Actions =
                [
                    new ActionRecord
                    {
                        Handler = "clear-sessions",
                        Key = "action:issue:sign-in.clock-wrong@2:0",
                        Parameters = new Dictionary<string, object?> { ["user"] = "u-17" },
                        IsWhole = true,
                    },
                ],
                Mode = "active",
            }
        );
}
