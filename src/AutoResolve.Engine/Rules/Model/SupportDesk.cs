namespace AutoResolve.Rules.Model;

/// <summary>How the contact center works, as far as figures and handovers depend on it.</summary>
/// <param name="Tiers">What the tiers 0 to 3 are called; empty where the file does not say.</param>
/// <param name="Priorities">The first that fits is an issue type's priority.</param>
/// <param name="Trend">When a type counts as rising; null where the file does not say.</param>
/// <param name="Forms">The forms of teams.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record SupportDesk(
    IReadOnlyList<string> Tiers,
    IReadOnlyList<PriorityRow> Priorities,
    Trend? Trend,
    IReadOnlyList<HandoverForm> Forms,
    SourceLocation Location
)
{
    /// <returns>The first row that fits; null where none does.</returns>
    public PriorityRow? PriorityOf(IssueLoad load) => Priorities.FirstOrDefault(row => row.Fits(load));

    /// <returns>The form of the team, else the one for every team, if any.</returns>
    public HandoverForm? FormOf(string? team) =>
        Forms.FirstOrDefault(form => form.Teams.Contains(team, StringComparer.OrdinalIgnoreCase))
        ?? Forms.FirstOrDefault(form => form.Teams.Count == 0);
}
