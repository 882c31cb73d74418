namespace AutoResolve.Tests.Actions;

/// <summary>A ticket system that remembers what it was told.</summary>
internal sealed class TicketBook : ITicketSystem
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    public bool IsDown { get; set; }

    public Handover? Handover { get; private set; }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    public ValueTask RouteAsync(string issueId, string team, int? tier, string reason, CancellationToken cancellationToken) => Add($"{issueId} to team {team}");

    public ValueTask EscalateAsync(string issueId, Handover handover, CancellationToken cancellationToken)
    {
        Handover = handover;
        return Add($"{issueId} to a person");
    }

    public ValueTask TagAsync(string issueId, IReadOnlyList<string> tags, CancellationToken cancellationToken) => Add($"{issueId} tagged {string.Join(", ", tags)}");

    private ValueTask Add(string line)
    {
        if (IsDown)
            throw new IOException("The ticket system is down.");
        lock (_lock)
            _lines.Add(line);
        return default;
    }
}
