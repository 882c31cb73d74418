using System.Collections.Concurrent;

namespace AutoResolve.Tests.Actions;

/// <summary>A handler that does as a test says, and remembers its calls.</summary>
internal abstract class ScriptedHandler : IActionHandler<AccountParameters>
{
    public ConcurrentQueue<ActionContext<AccountParameters>> Calls { get; } = [];

    public Func<ActionContext<AccountParameters>, CancellationToken, ValueTask<ActionOutcome>> Execute { get; set; } =
        (_, _) => new(ActionOutcome.Succeeded("Done."));

    public abstract string Name { get; }

    public abstract ActionSafety Safety { get; }

    public abstract bool IsIdempotent { get; }

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<AccountParameters> context, CancellationToken cancellationToken)
    {
        Calls.Enqueue(context);
        return Execute(context, cancellationToken);
    }
}
