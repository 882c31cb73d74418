using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Rules;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>A month with something of everything, its names hostile in part.</summary>
internal static class SomeReport
{
    public const string Hostile = "=HYPERLINK(\"x\")|<script>alert(1)</script>";

    private const string RuleFile = """
        {
          "set": "a", "title": "A", "owner": "documents",
          "rules": [
            { "id": "sign-in.clock", "title": "The clock", "type": "sign-in/loop", "owner": "identity", "status": "active",
              "when": { "anyOf": ["clock"] }, "then": { "outcome": "answer", "answer": { "en": "Set it." } },
              "cause": { "summary": "The clock of the device is wrong", "kind": "user-side", "practice": "survive-the-clock" } },
            { "id": "letters.missing", "title": "Letters", "type": "letters/missing", "status": "active",
              "until": "2026-10-15", "when": { "anyOf": ["letter"] },
              "then": { "outcome": "answer", "answer": { "en": "Wait." } },
              "cause": { "summary": "The list of letters does not load", "kind": "known-defect",
                "tracking": "https://example.org/issues/7" } },
            { "id": "letters.list", "title": "The list", "type": "letters/missing", "status": "active",
              "until": "2027-10-15", "when": { "anyOf": ["list"] },
              "then": { "outcome": "route", "team": "documents", "tier": 3 },
              "cause": { "summary": "The list of letters does not load", "kind": "known-defect",
                "tracking": "https://example.org/issues/7" } },
            { "id": "debt.copay", "title": "Copay", "type": "debt/copay", "owner": "vsa-debt", "status": "active",
              "when": { "anyOf": ["copay"] }, "then": { "outcome": "answer", "answer": { "en": "Call." } } }
          ]
        }
        """;

    private const string DeskFile = """
        {
          "set": "desk", "title": "The desk", "owner": "desk", "shared": true,
          "desk": { "tiers": ["Another desk", "Agents", "Troubleshooters", "Product teams"],
            "teams": [ { "name": "documents", "label": "Documents and letters", "channel": "#letters", "owner": "Letters lead" } ],
            "practices": { "survive-the-clock": "Say that the clock is wrong" },
            "priorities": [ { "name": "urgent", "reportsADay": 30, "resolve": "48h" },
            { "name": "low", "resolve": "30d" } ] }
        }
        """;

    public static readonly FigureCell[] October =
    [
        new(
            new(1, "sign-in/loop", "identity", "phone", "va.gov", "sign-in.clock", "ruleMatched"),
            new()
            {
                Issues = 60,
                Decided = 60,
                Answered = 48,
                Confirmed = 30,
                Assumed = 15,
                Unseen = 5,
                Reopened = 3,
                Followed = 60,
                Escalated = 10,
                Asked = 2,
                FirstContact = 40,
                WithinHour = 30,
                WithinDay = 44,
                Minutes = 5400,
                Handled = 10,
            }
        ),
        new(
            new(2, "letters/missing", "documents", "mail", "va.gov", "letters.missing", "ruleMatched"),
            new()
            {
                Issues = 40,
                Decided = 40,
                Answered = 25,
                Confirmed = 2,
                Assumed = 3,
                Reopened = 20,
                Followed = 40,
                Escalated = 12,
                Asked = 3,
                FirstContact = 4,
                WithinHour = 1,
                WithinDay = 5,
                Minutes = 100,
                Handled = 12,
            }
        ),
        new(
            new(3, "letters/missing", "documents", "mail", "va.gov", "letters.list", "ruleMatched"),
            new()
            {
                Issues = 6,
                Decided = 6,
                Followed = 6,
                Routed = 6,
                Handled = 6,
            }
        ),
        new(
            new(null, FigureKey.UnknownType, null, "mail", null, null, "noRuleMatched"),
            new()
            {
                Issues = 9,
                Decided = 9,
                Followed = 9,
                Escalated = 9,
                Handled = 9,
            }
        ),
        new(
            new(3, Hostile, "a`b*c", null, null, "odd", "factsMissing"),
            new()
            {
                Issues = 2,
                Decided = 2,
                Followed = 2,
                Routed = 1,
                Ignored = 1,
                Handled = 1,
            }
        ),
    ];

    public static readonly Baseline Before = new(
        new DateTimeOffset(2026, 7, 1, 4, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 10, 1, 4, 0, 0, TimeSpan.Zero),
        "America/New_York",
        7,
        new FigureFilter(),
        [
            new(
                new(1, "sign-in/loop", "identity", "phone", "va.gov"),
                new()
                {
                    Issues = 400,
                    Followed = 400,
                    Escalated = 300,
                    Handled = 400,
                    Timed = 400,
                    HandlingMinutes = 4000,
                }
            ),
            new(
                new(2, "letters/missing", "documents", "mail", "va.gov", "letters.missing", "ruleMatched"),
                new()
                {
                    Issues = 120,
                    Decided = 120,
                    Answered = 30,
                    Assumed = 24,
                    Reopened = 6,
                    Followed = 120,
                    Escalated = 90,
                    FirstContact = 20,
                    WithinHour = 24,
                    WithinDay = 24,
                    Minutes = 24,
                    Handled = 90,
                }
            ),
            new(
                new(2, "debt/copay", "vsa-debt", "phone"),
                new()
                {
                    Issues = 30,
                    Followed = 30,
                    Escalated = 30,
                    Handled = 30,
                }
            ),
        ]
    )
    {
        Goals = new FigureGoals(Held: 50),
    };

    public static Rulebook Rulebook { get; } = Load();

    public static ReportInput Input(IReadOnlyList<FigureCell>? cells = null, Baseline? baseline = null, bool withRules = true)
    {
        var calendar = ReportingCalendar.OfMonth("2026-10", TimeZoneInfo.FindSystemTimeZoneById("America/New_York"))!;
        cells ??= October;

        // All issues of a kind on one day, its own; a tenth of them in the month before.
        var series = cells
            .SelectMany(
                (cell, place) =>
                    (SeriesCell[])[Series(calendar.Months.Count + (place * 5), cell, 1), Series(calendar.Months.Count - 1, cell, 10)]
            )
            .ToList();
        return new ReportInput
        {
            Figures = new FigureSet(calendar, cells, [], series, []) { Cases = [.. cells.SelectMany(cell => Cases(calendar, cell))] },
            Baseline = baseline,
            Grace = 7,
            Now = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
            Source = "a-test.db",
            Rules = withRules ? [.. Rulebook.Rules.Select(rule => Rulebook.Find(rule.Id)!)] : null,
            Desk = withRules ? Rulebook.Desk : null,
            Handling = new HandleTime(new Dictionary<int, double> { [2] = 25, [3] = 90 }, cells, baseline?.Cells ?? []),
        };
    }

    public static Report Build(ReportInput input) => ReportBuilder.Build("Support issues, October 2026", input);

    private static Rulebook Load()
    {
        var result = Rulebook.TryLoad(
            [
                new RuleFile("a.json", System.Text.Encoding.UTF8.GetBytes(RuleFile)),
                new RuleFile("desk.json", System.Text.Encoding.UTF8.GetBytes(DeskFile)),
            ],
            new RulebookOptions(),
            TimeProvider.System
        );
        return result.Rulebook ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    // As the counts of the cell say; a tenth of them in the month before.
    private static IEnumerable<CaseCell> Cases(ReportingCalendar calendar, FigureCell cell)
    {
        var counts = cell.Counts;
        var answers = Enumerable.Range(1, (int)counts.Escalated / 2).Select(hour => 60.0 * hour).ToList();
        (CaseResult End, long Cases, AskingCounts Asking)[] ends =
        [
            (CaseResult.AnsweredHeld, counts.Resolved, AskingCounts.None),
            (CaseResult.AnsweredReopened, counts.Reopened, AskingCounts.None),
            (CaseResult.AnsweredOpen, counts.Pending, AskingCounts.None),
            (
                CaseResult.TeamAfterQuestions,
                counts.Escalated,
                new AskingCounts(counts.Escalated, answers.Count, counts.Escalated - answers.Count, answers)
            ),
            (CaseResult.Routed, counts.Routed, AskingCounts.None),
            (CaseResult.WaitingForCustomer, counts.Asked, new AskingCounts(counts.Asked, 0, 0, [])),
            (CaseResult.Ignored, counts.Ignored, AskingCounts.None),
            (CaseResult.Open, counts.Unfinished, AskingCounts.None),
        ];
        return ends.Where(end => counts.Decided > 0 && end.Cases > 0)
            .SelectMany(end =>
                (CaseCell[])
                    [
                        new CaseCell(calendar.Months.Count, cell.Key.ToSeries(), end.End, end.Cases, end.Asking),
                        .. end.Cases >= 10
                            ? [new CaseCell(calendar.Months.Count - 1, cell.Key.ToSeries(), end.End, end.Cases / 10, AskingCounts.None)]
                            : (CaseCell[])[],
                    ]
            );
    }

    private static SeriesCell Series(int part, FigureCell cell, int of) =>
        new(part, cell.Key.ToSeries(), new SeriesCounts(cell.Counts.Issues / of, cell.Counts.Resolved / of, cell.Counts.Handled / of));
}
