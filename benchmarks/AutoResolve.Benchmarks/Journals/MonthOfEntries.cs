using System.Globalization;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Journaling;

namespace AutoResolve.Benchmarks.Journals;

/// <summary>
/// The journal of a busy month, from a seed: for ten entries four issues with decisions of two kilobytes, of which three are acted on, and
/// what people said.
/// </summary>
internal sealed class MonthOfEntries(int count)
{
    public const string Month = "2026-10";

    private const int Batch = 1_000;
    private const int EntriesOfRound = 10;
    private const int IssuesOfRound = 4;
    private const int TextLength = 1_000;
    private const int Types = 120;
    private const int Teams = 25;
    private const int Requesters = 150_000;
    private const int Texts = 100;

    private static readonly DateTimeOffset Start = new(2026, 10, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Length = TimeSpan.FromDays(31);
    private static readonly string[] Channels = ["phone", "email", "chat", "web"];
    private static readonly string[] Outcomes = ["answered", "answered", "routed", "escalated"];

    private readonly string _text = string.Join(' ', Workload.Generate(100).Issues.Select(issue => issue.Text));
    private readonly Random _random = new(20_261_001);

    public IEnumerable<IReadOnlyList<JournalEntry>> Batches() => Enumerable.Range(0, count / EntriesOfRound).SelectMany(Round).Chunk(Batch);

    // Two answers with intent, result and disposition would be eight; one of them is only decided, so that there is room for two verdicts.
    private IEnumerable<JournalEntry> Round(int round)
    {
        var at = Start + (Length * ((double)round * EntriesOfRound / count));
        for (var place = 0; place < IssuesOfRound; place++)
        {
            var issue = string.Create(CultureInfo.InvariantCulture, $"issue-{(round * IssuesOfRound) + place}");
            var rule = _random.Next(Types);
            yield return Decision(issue, at, Outcomes[place], rule);
            if (place == 0)
            {
                yield return Entry(JournalEntryKind.Intent, issue, at, rule, "reply");
                yield return Entry(JournalEntryKind.ActionResult, issue, at.AddSeconds(1), rule, "succeeded");
                yield return Entry(JournalEntryKind.Disposition, issue, at.AddSeconds(1), rule, "answered");
            }

            if (place == 2)
                yield return Entry(JournalEntryKind.Disposition, issue, at.AddSeconds(1), rule, "routed");
            if (place < 2)
                yield return Entry(JournalEntryKind.Feedback, issue, at.AddHours(5), rule, _random.Next(8) == 0 ? "reopened" : "helpful");
        }
    }

    private JournalEntry Decision(string issue, DateTimeOffset at, string label, int rule) =>
        Entry(JournalEntryKind.Decision, issue, at, rule, label) with
        {
            Key = $"decision:{issue}",
            IsOpen = label is "routed",
            RulebookRevision = "6f1c0f2b9f0a4d1e",
            Content = JournalJson.Write(
                new DecisionContent
                {
                    Issue = new IssueRecord
                    {
                        Id = issue,
                        Text = _text.Substring(_random.Next(Texts) * TextLength, TextLength),
                        Channel = Channels[_random.Next(Channels.Length)],
                        Product = "portal",
                        Locale = "en",
                        Requester = string.Create(CultureInfo.InvariantCulture, $"r-{_random.Next(Requesters)}"),
                        ReceivedAt = at,
                    },
                    Today = DateOnly.FromDateTime(at.UtcDateTime),
                    Reason = "ruleMatched",
                    Summary = _text[..120],
                    Type = string.Create(CultureInfo.InvariantCulture, $"topic-{rule / 10}/type-{rule}"),
                    Owner = "accounts",
                    Team = string.Create(CultureInfo.InvariantCulture, $"team-{rule % Teams}"),
                    Tier = rule % 4,
                    Tags = ["sign-in", "clock"],
                    Answer = new AnswerRecord
                    {
                        Text = _text[..200],
                        Locale = "en",
                        Format = AnswerFormat.Markdown,
                        Steps = [.. Enumerable.Range(1, 3).Select(step => new AnswerStep($"step-{step}", _text[..80]))],
                        IsWhole = true,
                    },
                    Mode = "active",
                }
            ),
        };

    private static JournalEntry Entry(JournalEntryKind kind, string issue, DateTimeOffset at, int rule, string label) =>
        new()
        {
            At = at,
            Kind = kind,
            IssueId = issue,
            RuleId = string.Create(CultureInfo.InvariantCulture, $"rule.number-{rule}"),
            RuleVersion = 1,
            Label = label,
            Content = """{"handler":"reply","attempts":1}""",
        };
}
