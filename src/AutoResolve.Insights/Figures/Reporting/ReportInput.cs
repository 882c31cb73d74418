using AutoResolve.Rules.Model;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What a report is made of.</summary>
internal sealed record ReportInput
{
    /// <summary>The figures, as far as the filter takes them.</summary>
    public required FigureSet Figures { get; init; }

    /// <summary>Which issues they are of.</summary>
    public FigureFilter Filter { get; init; } = new();

    /// <summary>What they are compared with, by the same filter; null for nothing.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The days of grace.</summary>
    public required int Grace { get; init; }

    /// <summary>Until when is known what became of the issues.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The name of where the issues are from.</summary>
    public required string Source { get; init; }

    /// <summary>The rules; null where they are not known.</summary>
    public IReadOnlyList<Rule>? Rules { get; init; }

    /// <summary>The desk; null where there is none.</summary>
    public Desk? Desk { get; init; }

    /// <summary>How long issues take people.</summary>
    public HandlingTime Handling { get; init; } = new(new Dictionary<int, double>(), []);

    /// <summary>The rules of the team, where the report is one team's.</summary>
    public IEnumerable<Rule> OwnRules => (Rules ?? []).Where(rule => Filter.Team is null || Filter.Team.Equals(rule.Then.Team ?? rule.Owner, StringComparison.OrdinalIgnoreCase));

    /// <summary>The days that are compared: of a month that is not over, those that are.</summary>
    public double Length => IsOver || Now <= Figures.Calendar.Period.From ? Figures.Calendar.Length : (Now - Figures.Calendar.Period.From).TotalDays;

    /// <summary>Whether no more issues of the period can come.</summary>
    public bool IsOver => Now >= Figures.Calendar.Period.To;

    /// <summary>The same for one team alone.</summary>
    public ReportInput OfTeam(string team)
    {
        var filter = Filter with { Team = team };
        return this with { Filter = filter, Figures = Figures.Where(filter), Baseline = Baseline?.Where(filter) };
    }
}
