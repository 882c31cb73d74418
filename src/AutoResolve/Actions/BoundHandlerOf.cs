using AutoResolve.Decisions.Signatures;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>A handler with parameters of one type.</summary>
internal sealed class BoundHandlerOf<TParameters>(IActionHandler<TParameters> handler, ILogger logger) : BoundHandler
    where TParameters : class
{
    public static BoundHandler Create(IActionHandler<TParameters> handler, HandlerOptions options, ILoggerFactory loggers) =>
        new BoundHandlerOf<TParameters>(handler, loggers.CreateLogger(handler.GetType().FullName ?? handler.Name))
        {
            Options = options,
            Signature = new ActionSignature
            {
                Name = handler.Name,
                Safety = handler.Safety,
                IsIdempotent = handler.IsIdempotent,
                CanVerify = handler is IActionVerifier<TParameters>,
                CanUndo = handler is IActionUndo<TParameters>,
                CanRehearse = handler is IActionRehearsal<TParameters>,
                Parameters = ParameterShape.Of(typeof(TParameters)),
            },
        };

    public override IBoundAction Bind(ActionCall call) => new BoundAction(handler, new ActionContext<TParameters>
    {
        Parameters = (TParameters)Signature.Parameters.Bind(call.Action.Parameters),
        Issue = call.Issue,
        Resolution = call.Resolution,
        IdempotencyKey = call.Key,
        NewTurns = call.NewTurns,
        Attempt = 1,
        Logger = logger,
    });

    private sealed class BoundAction(IActionHandler<TParameters> handler, ActionContext<TParameters> context) : IBoundAction
    {
        public (string? Tenant, string Id) Case => (context.Issue.Tenant, context.Issue.Id);

        public string Partition { get; } = (handler as IPartitionedHandler<TParameters>)?.PartitionOf(context.Parameters) ?? "";

        public ValueTask<ActionOutcome> ExecuteAsync(int attempt, CancellationToken cancellationToken) => handler.ExecuteAsync(context with { Attempt = attempt }, cancellationToken);

        public ValueTask<ActionOutcome> VerifyAsync(CancellationToken cancellationToken) => ((IActionVerifier<TParameters>)handler).VerifyAsync(context, cancellationToken);

        public ValueTask<ActionOutcome> UndoAsync(CancellationToken cancellationToken) => ((IActionUndo<TParameters>)handler).UndoAsync(context, cancellationToken);

        public ValueTask<ActionOutcome> RehearseAsync(CancellationToken cancellationToken) => ((IActionRehearsal<TParameters>)handler).RehearseAsync(context, cancellationToken);
    }
}
