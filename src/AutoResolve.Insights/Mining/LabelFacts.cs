using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Mining;

/// <summary>What the history says of the issues of one label.</summary>
public sealed record LabelFacts
{
    /// <summary>How many issues have it.</summary>
    public required int Issues { get; init; }

    /// <summary>Issues a month; null where no dates are known.</summary>
    public double? Monthly { get; init; }

    /// <summary>
    /// By how much a month of the last quarter of the time exceeds one of the rest, as a factor; null where that is not known.
    /// </summary>
    public double? Trend { get; init; }

    /// <summary>Minutes an issue took in the mean; null where that is not known.</summary>
    public double? Minutes { get; init; }

    /// <summary>The team that most of them went to.</summary>
    public string? Team { get; init; }

    /// <summary>How many of those with a team went to it, from 0 to 1.</summary>
    public double? TeamShare { get; init; }

    /// <summary>The answer that was given most often.</summary>
    public string? Answer { get; init; }

    /// <summary>How often it was given, of the issues with an answer: evidence that it can be automated.</summary>
    public double? AnswerShare { get; init; }

    internal static LabelFacts Of(IReadOnlyList<PastIssue> issues)
    {
        var (team, teamShare) = Commonest(issues.Select(issue => issue.Team));
        var (answer, answerShare) = Commonest(issues.Select(issue => issue.Answer));
        var dates = issues.Select(issue => issue.Date).OfType<DateTimeOffset>().Order().ToList();
        var days = dates.Count < 2 ? 0 : (dates[^1] - dates[0]).TotalDays;
        var minutes = issues.Select(issue => issue.Minutes).OfType<double>().ToList();
        return new LabelFacts
        {
            Issues = issues.Count,
            Monthly = days < 1 ? null : dates.Count / Math.Max(days / 30.44, 1),
            Trend = days < 28 ? null : TrendOf(dates, days),
            Minutes = minutes.Count == 0 ? null : minutes.Average(),
            Team = team,
            TeamShare = teamShare,
            Answer = answer,
            AnswerShare = answerShare,
        };
    }

    private static double? TrendOf(List<DateTimeOffset> dates, double days)
    {
        var late = dates.Count(date => date > dates[0].AddDays(days * 0.75));
        var early = dates.Count - late;
        return early == 0 ? null : late / (early / 3.0);
    }

    private static (string?, double?) Commonest(IEnumerable<string?> values)
    {
        var known = values.OfType<string>().ToList();
        if (known.Count == 0)
            return (null, null);
        var most = known
            .GroupBy(value => value, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .First();
        return (most.Key, (double)most.Count() / known.Count);
    }
}
