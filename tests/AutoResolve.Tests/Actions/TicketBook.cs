namespace AutoResolve.Tests.Actions;

/// <summary>A ticket system that remembers what it was told.</summary>
internal sealed class TicketBook : ITicketSystem
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    public bool IsDown { get; set; }

    /// <summary>The key of each line.</summary>
    public List<string> Keys { get; } = [];

    public Handover? Handover { get; private set; }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    public ValueTask RouteAsync(
        CaseReference reference,
        string team,
        int? tier,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        Handover = handover;
        return Add(idempotencyKey, $"{reference} to team {team}");
    }

    public ValueTask EscalateAsync(CaseReference reference, Handover handover, string idempotencyKey, CancellationToken cancellationToken)
    {
        Handover = handover;
        return Add(idempotencyKey, $"{reference} to a person");
    }

    public ValueTask UpdateAsync(CaseReference reference, CaseUpdate update, string idempotencyKey, CancellationToken cancellationToken)
    {
        Handover = update.Handover;
        return Add(idempotencyKey, $"{reference} updated by {string.Join(", ", update.Turns.Select(turn => turn.Id))}".TrimEnd());
    }

    public ValueTask TagAsync(
        CaseReference reference,
        IReadOnlyList<string> tags,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => Add(idempotencyKey, $"{reference} tagged {string.Join(", ", tags)}");

    private ValueTask Add(string key, string line)
    {
        if (IsDown)
            throw new IOException("The ticket system is down.");
        lock (_lock)
        {
            _lines.Add(line);
            Keys.Add(key);
        }

        return default;
    }
}
