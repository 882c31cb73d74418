namespace AutoResolve.Actions;

/// <summary>
/// The kill switch of a host, which knows its rules: a stop of a rule that is none would stop nothing and look as if it did.
/// </summary>
internal sealed class HostKillSwitch(KillSwitch stops, IRulebookMonitor rulebooks) : IKillSwitch
{
    public bool IsStopped(string? ruleId = null) => stops.IsStopped(ruleId);

    public ValueTask StopAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default)
    {
        if (ruleId is not null && FindRulebook() is { } rulebook && rulebook.Find(ruleId) is null)
            throw new ArgumentException(
                $"There is no rule '{ruleId}', so nothing was stopped. Look at its spelling; without a rule all actions are stopped.",
                nameof(ruleId)
            );
        return stops.StopAsync(by, reason, ruleId, cancellationToken);
    }

    // Of a rule that is there no more too.
    public ValueTask ResumeAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default) =>
        stops.ResumeAsync(by, reason, ruleId, cancellationToken);

    private Rulebook? FindRulebook()
    {
        try
        {
            return rulebooks.Current;
        }
        catch (Exception)
        {
            // Rules that cannot be read are no reason not to stop.
            return null;
        }
    }
}
