using AutoResolve.Journaling;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>Entries of a journal, in days from the first instant of October 2026 in New York.</summary>
internal static class JournalMaker
{
    public static readonly DateTimeOffset Start = new(2026, 10, 1, 4, 0, 0, TimeSpan.Zero);

    public static JournalEntry Decision(
        string issue,
        double day,
        string label,
        string? requester = null,
        string? type = "letters/missing",
        int? tier = 1,
        string? team = "documents",
        string mode = "active",
        string channel = "phone",
        string product = "va.gov",
        string rule = "letters.missing",
        string? tenant = null,
        string text = "",
        bool isOpen = false,
        string reason = "ruleMatched",
        bool asks = false,
        string? language = null
    ) =>
        new()
        {
            At = At(day),
            Kind = JournalEntryKind.Decision,
            Tenant = tenant,
            IssueId = issue,
            Label = label,
            Key = KeyOf(issue, day),
            IsOpen = isOpen,
            RuleId = rule,
            Content = JournalJson.Write(
                new DecisionContent
                {
                    Issue = new IssueRecord
                    {
                        Id = issue,
                        Text = text,
                        Channel = channel,
                        Product = product,
                        Requester = requester,
                        Tenant = tenant,
                    },
                    Today = default,
                    Reason = reason,
                    Summary = "",
                    Type = type,
                    Owner = "owners",
                    Team = team,
                    Tier = tier,
                    Language = language,
                    Mode = mode,
                    Questions = asks
                        ?
                        [
                            new QuestionRecord
                            {
                                Id = "q",
                                Field = "q",
                                Text = "?",
                            },
                        ]
                        : [],
                }
            ),
        };

    /// <param name="issue">The issue.</param>
    /// <param name="day">When.</param>
    /// <param name="label">The outcome.</param>
    /// <param name="of">The day of the decision that it ends; null where nobody knows any more.</param>
    public static JournalEntry Disposition(string issue, double day, string label, double? of = null) =>
        new()
        {
            At = At(day),
            Kind = JournalEntryKind.Disposition,
            IssueId = issue,
            Label = label,
            Content = JournalJson.Write(new DispositionContent("", of is { } decided ? KeyOf(issue, decided) : null)),
        };

    public static JournalEntry Happened(string issue, double day, string label, string? tenant = null) =>
        new()
        {
            At = At(day),
            Kind = JournalEntryKind.Event,
            Tenant = tenant,
            IssueId = issue,
            Label = label,
        };

    // On whole seconds: a part of a day as a double is off by a tick, which not every store tells from none.
    private static DateTimeOffset At(double day) => Start.AddSeconds(Math.Round(day * 86_400));

    private static string KeyOf(string issue, double day) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"decision/{issue}/{day}");

    public static JournalEntry Verdict(string issue, double day, string label) =>
        new()
        {
            At = At(day),
            Kind = JournalEntryKind.Feedback,
            IssueId = issue,
            Label = label,
        };
}
