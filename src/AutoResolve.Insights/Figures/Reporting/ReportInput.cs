using AutoResolve.Insights.Figures.Counting;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What a report is made of.</summary>
internal sealed record ReportInput
{
    /// <summary>Below it, a comparison by type says more of how types were named than of issues.</summary>
    public const double EnoughTypes = 0.5;

    /// <summary>The figures, as far as the filter takes them.</summary>
    public required FigureSet Figures { get; init; }

    /// <summary>Which issues they are of.</summary>
    public FigureFilter Filter { get; init; } = new();

    /// <summary>What they are compared with, by the same filter; null for nothing.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What the desk wants to reach, to be kept with the figures.</summary>
    public FigureGoals Goals { get; init; } = new();

    /// <summary>The days of grace.</summary>
    public required int Grace { get; init; }

    /// <summary>Until when is known what became of the issues.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The name of where the issues are from.</summary>
    public required string Source { get; init; }

    /// <summary>The rules; null where they are not known.</summary>
    public IReadOnlyList<RuleInfo>? Rules { get; init; }

    /// <summary>Whether somebody has said which tier of people is which tier of rules.</summary>
    public bool MapsTiers { get; init; }

    /// <summary>The desk; null where there is none.</summary>
    public SupportDesk? Desk { get; init; }

    /// <summary>How long issues take people.</summary>
    public HandleTime Handling { get; init; } = new(new Dictionary<int, double>());

    /// <summary>The rules that decided any issue of the period, whatever the filter takes; null where it takes all.</summary>
    public IReadOnlySet<string>? DecidingRules { get; init; }

    /// <summary>
    /// The rules of the team, where the report is one team's, and all that decided issues of it. Of a history they speak where it is
    /// known which rule takes each issue.
    /// </summary>
    public IEnumerable<RuleInfo> OwnRules
    {
        get
        {
            var names = new LabelSanitizer();
            var used = Figures.Cells.Concat(Figures.Superseded).Select(cell => cell.Key.Rule).ToHashSet(StringComparer.Ordinal);
            return !HasDecisions && !used.Any(rule => rule is not null)
                ? []
                : (Rules ?? []).Where(rule =>
                    Filter.Team is null
                    || used.Contains(rule.Reference.Id)
                    || Filter.Team.Equals(names.Of(rule.Team ?? rule.Reference.Owner), StringComparison.OrdinalIgnoreCase)
                );
        }
    }

    /// <summary>
    /// The days that are compared: those that are known, if the month is not over or the journal or history does not cover it.
    /// </summary>
    public double Length
    {
        get
        {
            var known = (IsOver ? Figures.Calendar.Period.To : KnownUntil) - KnownSince;
            return known > TimeSpan.Zero ? known.TotalDays : Figures.Calendar.Length;
        }
    }

    /// <summary>The last day for which issues are known.</summary>
    public DateTimeOffset LastKnown => KnownUntil.AddTicks(-1);

    /// <summary>Whether no more issues of the period can come.</summary>
    public bool IsOver => KnownUntil >= Figures.Calendar.Period.To;

    /// <summary>
    /// The places of the days for which issues are known. A day that is not covered is not a day without issues.
    /// </summary>
    public IEnumerable<int> KnownDays =>
        Enumerable
            .Range(0, Figures.Calendar.Days.Count)
            .Where(place =>
                Figures.Calendar.Starts[Figures.Calendar.Months.Count + place] is var start && start >= KnownSince && start < KnownUntil
            );

    /// <summary>Whether the journal or history begins within the period.</summary>
    public bool BeginsWithin => KnownSince > Figures.Calendar.Period.From;

    /// <summary>From when on issues of the period are known.</summary>
    public DateTimeOffset KnownSince =>
        Figures.KnownSince is { } since && since > Figures.Calendar.Period.From ? since : Figures.Calendar.Period.From;

    /// <summary>Until when issues are known: now, or the end of a history.</summary>
    public DateTimeOffset KnownUntil => Figures.KnownUntil is { } until && until < Now ? until : Now;

    /// <inheritdoc cref="ReopenWindow.IsSettled"/>
    public bool IsSettled => !HasDecisions || ReopenWindow.IsSettled(Figures.Calendar.Period.To, Grace, Now);

    /// <inheritdoc cref="ReopenWindow.IsFinal"/>
    public bool IsFinal => !HasDecisions || ReopenWindow.IsFinal(Figures.Calendar.Period.To, Grace, Now, Figures.Cells);

    /// <summary>
    /// Whether one of both is a history and the other a journal. Tiers, and what is called escalated, are then not the same.
    /// </summary>
    public bool ComparesPeopleWithRules =>
        Figures.Whole.Count > 0 && Baseline is { Whole.Count: > 0 } baseline && baseline.HasDecisions != HasDecisions;

    /// <summary>Whether people named the types of one of both, and rules most of those of the other.</summary>
    public bool TypesAreNamedOtherwise => ComparesPeopleWithRules && TypesInBaseline is { Value: < EnoughTypes };

    /// <summary>Whether issues can be compared by tier.</summary>
    public bool CanCompareTiers => Baseline is not null && TierObstacle is null;

    /// <summary>Why tiers cannot be compared, for a reader; null where they can.</summary>
    public string? TierObstacle
    {
        get
        {
            if (Baseline is not { } baseline)
                return null;
            if (ComparesPeopleWithRules && !MapsTiers && !baseline.MapsTiers)
                return "Tiers of tickets and tiers named by rules are not the same, so they are not compared; "
                    + "a map of tiers (--map) can say which correspond.";
            if (Dimension.NamingObstacle("tiers", baseline.Whole, Figures.Whole, key => key.Tier is not null) is { } obstacle)
                return obstacle;
            return IsSettled && baseline.IsSettled ? null : "Issues may still reach a higher tier, so tiers are not compared yet.";
        }
    }

    /// <summary>
    /// Of the issues whose type is known, how many are of types that came in the baseline too; null without issues or baseline.
    /// </summary>
    public Measuring.Proportion? TypesInBaseline
    {
        get
        {
            var known = (Baseline?.Cells ?? [])
                .Select(cell => cell.Key.Type)
                .Where(type => type != FigureKey.UnknownType)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            var named = Figures.Cells.Where(cell => cell.Key.Type != FigureKey.UnknownType).ToList();
            var share = new Measuring.Proportion(
                named.Where(cell => known.Contains(cell.Key.Type)).Sum(cell => cell.Counts.Issues),
                named.Sum(cell => cell.Counts.Issues)
            );
            return known.Count == 0 || share.Of == 0 ? null : share;
        }
    }

    /// <summary>Whether rules decided them: else there are no figures of what rules did.</summary>
    public bool HasDecisions => !Figures.IsHistory && (Figures.Whole.Count == 0 || Figures.Whole.Any(cell => cell.Counts.Decided > 0));

    /// <summary>The tier of issues in words.</summary>
    public string TierOf(FigureKey key)
    {
        if (key.Tier is not { } tier)
            return "No tier named";
        return Desk?.Tiers.ElementAtOrDefault(tier) is { } called ? $"Tier {tier}: {called}" : $"Tier {tier}";
    }

    /// <summary>A team as people know it, and as programs do.</summary>
    public Cell TeamCell(string name) => Desk?.TeamOf(name) is { } team ? new Cell(team.Label, name) : Cell.Of(name);

    /// <summary>The same within a sentence.</summary>
    public string NameOfTier(int tier) =>
        Desk?.Tiers.ElementAtOrDefault(tier) is { Length: > 0 } called
            ? $"{char.ToLowerInvariant(called[0])}{called[1..]} (tier {tier})"
            : $"tier {tier}";

    /// <summary>The same for one team alone.</summary>
    public ReportInput OfTeam(string team)
    {
        var filter = Filter with { Team = team };
        var figures = Figures.Where(filter);
        var baseline = Dimension.Team.CanCompare(this) ? Baseline!.Where(filter) : null;
        if (Dimension.Team.Obstacle(this) is { } obstacle)
            figures = figures with { Remarks = [.. figures.Remarks, obstacle.TrimEnd('.')] };

        // Not even the minutes of the others.
        return this with
        {
            Filter = filter,
            Figures = figures,
            Baseline = baseline,
            Handling = Handling.By(figures.Cells, baseline?.Cells ?? []),
        };
    }
}
