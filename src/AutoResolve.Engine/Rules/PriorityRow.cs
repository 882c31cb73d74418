using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>One row of the priority table. What it does not name does not matter.</summary>
internal sealed record PriorityRow
{
    public required string Name { get; init; }

    /// <summary>Issue types, or the first parts of them; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Teams; empty for all.</summary>
    public IReadOnlyList<Located<string>> Teams { get; init; } = [];

    /// <summary>The least number of reports in the period.</summary>
    public int? Reports { get; init; }

    /// <summary>The least number of reports on one day.</summary>
    public int? ReportsADay { get; init; }

    /// <summary>Whether there is a workaround.</summary>
    public bool? Workaround { get; init; }

    /// <summary>How soon somebody should answer.</summary>
    public TimeSpan? Respond { get; init; }

    /// <summary>How soon it should be resolved.</summary>
    public TimeSpan? Resolve { get; init; }

    public bool Fits(IssueLoad load) =>
        (Types.Count == 0 || Types.Any(type => IsWithin(load.Type, type)))
        && (Teams.Count == 0 || Teams.Any(team => team.Value.Equals(load.Team, StringComparison.OrdinalIgnoreCase)))
        && (Reports is null || load.Reports >= Reports)
        && (ReportsADay is null || load.MaxPerDay >= ReportsADay)
        && (Workaround is null || load.HasWorkaround == Workaround);

    private static bool IsWithin(string type, string outer) =>
        type.StartsWith(outer, StringComparison.Ordinal) && (type.Length == outer.Length || type[outer.Length] == '/');
}
