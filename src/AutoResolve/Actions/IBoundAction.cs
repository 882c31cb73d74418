namespace AutoResolve.Actions;

/// <summary>
/// One action with its parameters bound, ready to be carried out. May throw whatever the handler throws, and return null.
/// </summary>
internal interface IBoundAction
{
    /// <summary>The case that it is for.</summary>
    (string? Tenant, string Id) Case { get; }

    /// <summary>The system that it calls, where its handler calls several; else empty.</summary>
    string Partition { get; }

    ValueTask<ActionOutcome> ExecuteAsync(int attempt, CancellationToken cancellationToken);

    ValueTask<ActionOutcome> VerifyAsync(CancellationToken cancellationToken);

    ValueTask<ActionOutcome> UndoAsync(CancellationToken cancellationToken);

    ValueTask<ActionOutcome> RehearseAsync(CancellationToken cancellationToken);
}
