namespace AutoResolve.Crash.Hosting;

/// <summary>A ticket system that remembers who was given to a person.</summary>
internal sealed class FileTicketSystem(HostFiles files) : ITicketSystem
{
    public ValueTask RouteAsync(string issueId, string team, int? tier, string reason, CancellationToken cancellationToken) => default;

    public ValueTask EscalateAsync(string issueId, Handover handover, CancellationToken cancellationToken)
    {
        files.Escalations.Add(issueId);
        return default;
    }

    public ValueTask TagAsync(string issueId, IReadOnlyList<string> tags, CancellationToken cancellationToken) => default;
}
