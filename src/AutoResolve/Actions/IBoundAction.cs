namespace AutoResolve.Actions;

/// <summary>One action with its parameters bound, ready to be carried out. May throw whatever the handler throws, and return null.</summary>
internal interface IBoundAction
{
    ValueTask<ActionOutcome> ExecuteAsync(int attempt, CancellationToken cancellationToken);

    ValueTask<ActionOutcome> VerifyAsync(CancellationToken cancellationToken);

    ValueTask<ActionOutcome> UndoAsync(CancellationToken cancellationToken);

    ValueTask<ActionOutcome> RehearseAsync(CancellationToken cancellationToken);
}
