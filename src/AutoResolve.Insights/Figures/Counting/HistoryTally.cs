using System.Text.Json;
using AutoResolve.Insights.Measuring;
using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>The issues of a history, as far as they have been read.</summary>
/// <param name="calendar">In which they came.</param>
/// <param name="now">Today.</param>
/// <param name="rulebook">The rules that say what each issue is of; null where they are not known.</param>
internal sealed class HistoryTally(ReportingCalendar calendar, DateTimeOffset now, Rulebook? rulebook = null)
{
    /// <summary>The reason of issues that people dealt with and a rule would answer or fix.</summary>
    public const string RuleWouldAnswer = "ruleWouldAnswer";

    // All of today: the clock of who wrote the history may be another's.
    private readonly DateTimeOffset _end = ReportingPeriod.OfDay(now, calendar.Zone).To;
    private readonly FigureAggregator _fold = new(calendar);
    private readonly HistoryDays _days = new(calendar.Zone);
    private (long Yes, long No, long Empty, long Unread) _escalated;

    public int All { get; private set; }

    public int Undated { get; private set; }

    /// <summary>Those that are dated after today. One slip among them would say that all until then is known.</summary>
    public int ToCome { get; private set; }

    /// <summary>
    /// Whether nothing says no to having been escalated, as where a checkbox was exported, so that what says nothing does.
    /// </summary>
    public bool TakesEmptyAsNo => _escalated is { Yes: > 0, No: 0, Empty: > 0, Unread: 0 };

    /// <inheritdoc cref="HistoryDays.Strays"/>
    public (int Issues, DateOnly First) Strays => _days.Strays;

    public void Add(PastIssue issue)
    {
        All++;
        _escalated = (
            _escalated.Yes + (issue.Escalated == true ? 1 : 0),
            _escalated.No + (issue.Escalated == false ? 1 : 0),
            _escalated.Empty + (issue.HasEmptyEscalated ? 1 : 0),
            _escalated.Unread + (issue is { Escalated: null, HasEmptyEscalated: false } ? 1 : 0)
        );
        if (issue.Date is not { } date)
            Undated++;
        else if (date >= _end)
            ToCome++;
        else
            Add(issue, date);
    }

    public FigureSet ToSet(IReadOnlyList<string> remarks)
    {
        if (TakesEmptyAsNo)
            _fold.TakeUnsaidAsNo();
        return _fold.ToSet(remarks) with { IsHistory = true, KnownSince = _days.Since, KnownUntil = _days.Until };
    }

    private void Add(PastIssue issue, DateTimeOffset date)
    {
        _days.Add(date);
        if (calendar.PartOf(date) is { } part)
            _fold.Add(
                part,
                Ruled(
                    issue,
                    new FigureKey(
                        issue.Tier,
                        issue.Label ?? FigureKey.UnknownType,
                        issue.Team,
                        issue.Channel,
                        issue.Product,
                        Center: issue.Center
                    )
                ),
                Counts(issue),
                isUnsaid: issue.HasEmptyEscalated
            );
    }

    private FigureKey Ruled(PastIssue issue, FigureKey key)
    {
        if (rulebook is null || issue.Text.Length == 0)
            return key;
        var resolution = RuleEvaluation.Resolve(rulebook, issue.ToIssue());
        var reason = resolution.Outcome is Outcome.Answered or Outcome.Fixed or Outcome.Ignored
            ? RuleWouldAnswer
            : JsonNamingPolicy.CamelCase.ConvertName(resolution.Reason.ToString());
        return key with { Rule = resolution.Rule?.Id, Reason = reason, Language = resolution.Language?.Primary };
    }

    private static FigureCounts Counts(PastIssue issue) =>
        new()
        {
            Issues = 1,
            Followed = issue.Escalated is null ? 0 : 1,
            Escalated = issue.Escalated == true ? 1 : 0,
            Handled = 1,
            Timed = issue.Minutes is null ? 0 : 1,
            HandlingMinutes = issue.Minutes ?? 0,
        };
}
