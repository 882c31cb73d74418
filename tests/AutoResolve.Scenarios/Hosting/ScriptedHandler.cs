using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Hosting;

/// <summary>A handler whose calls end as the story says.</summary>
internal abstract class ScriptedHandler<TParameters>(Life life, World world, TimeProvider timeProvider) : IActionHandler<TParameters>
    where TParameters : class
{
    private static readonly TimeSpan TooLate = TimeSpan.FromMilliseconds(20);

    public abstract string Name { get; }

    public abstract ActionSafety Safety { get; }

    public abstract bool IsIdempotent { get; }

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<TParameters> context, CancellationToken cancellationToken)
    {
        await life.GoOnAsync();
        var call = world.Begin(Name, CaseReference.Of(context.Issue), context.IdempotencyKey, Details(context.Parameters));
        var outcome = await EndAsync(call, world.Next(Name), cancellationToken);
        world.End(call, outcome.Status == ActionStatus.Succeeded);
        await life.GoOnAsync();
        return outcome;
    }

    /// <summary>The parameters as stories write them.</summary>
    protected abstract string Details(TParameters parameters);

    private async Task<ActionOutcome> EndAsync(WorldCall call, string end, CancellationToken limit)
    {
        switch (end)
        {
            case "ok":
                return ActionOutcome.Succeeded();
            case "fail":
                return ActionOutcome.Failed("It cannot be done.");
            case "person":
                return ActionOutcome.NeedsPerson("Somebody must look.");
            case "throw":
                world.End(call, isDone: false);
                throw new InvalidOperationException("The system behind it is gone.");
            case "late":
                await world.HangAsync(limit);
                await Task.Delay(TooLate, timeProvider, CancellationToken.None);
                return ActionOutcome.Succeeded();
            case "hang":
                await world.HangAsync(limit);
                world.End(call, isDone: false);
                return await Life.Never<ActionOutcome>();
            default:
                throw new InvalidOperationException($"A story has a call end with '{end}', which is not known.");
        }
    }
}
