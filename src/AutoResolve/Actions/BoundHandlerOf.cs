using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>A handler with parameters of one type.</summary>
internal sealed class BoundHandlerOf<TParameters>(PlugIn<IActionHandler<TParameters>> plugIn, ILogger logger) : BoundHandler
    where TParameters : class
{
    /// <exception cref="PlugInException">It cannot be made.</exception>
    public static BoundHandler Create(PlugIn<IActionHandler<TParameters>> plugIn, HandlerOptions options, ILoggerFactory loggers)
    {
        var (type, signature) = plugIn.Read(handler => (handler.GetType(), SignatureOf(handler)));
        var logger = loggers.CreateLogger(type.FullName ?? signature.Name);
        return new BoundHandlerOf<TParameters>(plugIn, logger) { Options = options, Signature = signature };
    }

    public override IBoundAction Bind(ActionCall call) =>
        new BoundAction(
            plugIn,
            new ActionContext<TParameters>
            {
                Parameters = (TParameters)Signature.Bind(call.Action.Parameters),
                Issue = call.Issue,
                Resolution = call.Resolution,
                IdempotencyKey = call.Key,
                NewTurns = call.NewTurns,
                Attempt = 1,
                Logger = logger,
            }
        );

    private static ActionSignature SignatureOf(IActionHandler<TParameters> handler) =>
        new()
        {
            Name = handler.Name,
            Safety = handler.Safety,
            IsIdempotent = handler.IsIdempotent,
            CanVerify = handler is IActionVerifier<TParameters>,
            CanUndo = handler is IActionUndo<TParameters>,
            SupportsDryRun = handler is IActionDryRun<TParameters>,
            ParametersType = typeof(TParameters),
        };

    private sealed class BoundAction(PlugIn<IActionHandler<TParameters>> plugIn, ActionContext<TParameters> context) : IBoundAction
    {
        public (string? Tenant, string Id) Case => (context.Issue.Tenant, context.Issue.Id);

        public string Partition { get; } = (plugIn.Shared as IPartitionedHandler<TParameters>)?.PartitionOf(context.Parameters) ?? "";

        public ValueTask<ActionOutcome> ExecuteAsync(int attempt, CancellationToken cancellationToken) =>
            plugIn.CallAsync(
                static (handler, call) => handler.ExecuteAsync(call.Context, call.Token),
                (Context: context with { Attempt = attempt }, Token: cancellationToken)
            );

        public ValueTask<ActionOutcome> VerifyAsync(CancellationToken cancellationToken) =>
            plugIn.CallAsync(
                static (handler, call) => ((IActionVerifier<TParameters>)handler).VerifyAsync(call.Context, call.Token),
                (Context: context, Token: cancellationToken)
            );

        public ValueTask<ActionOutcome> UndoAsync(CancellationToken cancellationToken) =>
            plugIn.CallAsync(
                static (handler, call) => ((IActionUndo<TParameters>)handler).UndoAsync(call.Context, call.Token),
                (Context: context, Token: cancellationToken)
            );

        public ValueTask<ActionOutcome> RehearseAsync(CancellationToken cancellationToken) =>
            plugIn.CallAsync(
                static (handler, call) => ((IActionDryRun<TParameters>)handler).DryRunAsync(call.Context, call.Token),
                (Context: context, Token: cancellationToken)
            );
    }
}
