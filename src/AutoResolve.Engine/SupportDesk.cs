using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>How the contact center works, as far as figures and handovers depend on it: the key <c>desk</c> of the rule format.</summary>
public sealed class SupportDesk
{
    private readonly IReadOnlyList<PriorityRow> _priorities;
    private readonly IReadOnlyList<HandoverForm> _forms;

    internal SupportDesk(
        TimeZoneInfo? timeZone,
        IReadOnlyList<string> tiers,
        IReadOnlyList<SupportTeam> teams,
        IReadOnlyList<PriorityRow> priorities,
        TrendThreshold? trend,
        IReadOnlyList<VocabularyEntry> practices,
        IReadOnlyList<HandoverForm> forms,
        SourceLocation location
    ) =>
        (TimeZone, Tiers, Teams, _priorities, Trend, Practices, _forms, Location) = (
            timeZone,
            tiers,
            teams,
            priorities,
            trend,
            practices,
            forms,
            location
        );

    /// <summary>The time zone whose midnights part the days and months of figures; null where the rules do not say.</summary>
    public TimeZoneInfo? TimeZone { get; }

    /// <summary>What the tiers 0 to 3 are called; empty where the rules do not say.</summary>
    public IReadOnlyList<string> Tiers { get; }

    /// <summary>The teams that take issues over, in the order of the rules; empty where the rules do not say.</summary>
    public IReadOnlyList<SupportTeam> Teams { get; }

    /// <summary>The names of the priorities, in the order of the table.</summary>
    public IReadOnlyList<string> Priorities => [.. _priorities.Select(row => row.Name)];

    /// <summary>When an issue type counts as rising; null where the rules do not say.</summary>
    public TrendThreshold? Trend { get; }

    /// <summary>What teams that build software should do, each in a sentence, by the names with which causes name them.</summary>
    internal IReadOnlyList<VocabularyEntry> Practices { get; }

    internal IReadOnlyList<HandoverForm> Forms => _forms;

    internal IReadOnlyList<PriorityRow> PriorityRows => _priorities;

    internal SourceLocation Location { get; }

    /// <summary>Finds a team by its name, in any case.</summary>
    /// <param name="name">What a rule calls it.</param>
    /// <returns>The team; null where the desk does not list it.</returns>
    public SupportTeam? TeamOf(string name) => Teams.FirstOrDefault(team => team.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the priority of an issue type: that of the first row of the table that fits.</summary>
    /// <param name="load">How much comes in of the type.</param>
    /// <returns>The name of the priority; null where no row fits.</returns>
    public string? PriorityOf(IssueLoad load)
    {
        ArgumentNullException.ThrowIfNull(load);
        return _priorities.FirstOrDefault(row => row.Fits(load))?.Name;
    }

    /// <returns>The form of the team, else the one for every team, if any.</returns>
    internal HandoverForm? FormOf(string? team) =>
        _forms.FirstOrDefault(form => form.Teams.Any(own => own.Value.Equals(team, StringComparison.OrdinalIgnoreCase)))
        ?? _forms.FirstOrDefault(form => form.Teams.Count == 0);
}
