namespace AutoResolve.Crash.Hosting;

/// <summary>A ticket system that remembers what a person was given, and told.</summary>
internal sealed class FileTicketSystem(HostFiles files) : ITicketSystem
{
    public ValueTask RouteAsync(string issueId, string team, int? tier, string reason, CancellationToken cancellationToken) => default;

    public ValueTask EscalateAsync(string issueId, Handover handover, CancellationToken cancellationToken)
    {
        files.Escalations.Add(new Escalation(issueId, handover.Actions.ToDictionary(action => action.Key, action => action.Fate)).ToString());
        return default;
    }

    public ValueTask TagAsync(string issueId, IReadOnlyList<string> tags, CancellationToken cancellationToken) => default;
}
