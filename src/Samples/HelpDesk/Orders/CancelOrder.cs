using AutoResolve;

namespace HelpDesk.Orders;

/// <summary>Cancels an order, which cannot be undone, so a person approves it first.</summary>
internal sealed class CancelOrder(OrderBook orders) : IActionHandler<CancelOrder.Parameters>
{
    public string Name => "cancel-order";

    public ActionSafety Safety => ActionSafety.Irreversible;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Parameters> context, CancellationToken cancellationToken) =>
        new(orders.Cancel(context.Parameters.Order) ? ActionOutcome.Succeeded() : ActionOutcome.Failed("The order has been sent already."));

    /// <summary>What a rule gives.</summary>
    /// <param name="Order">The number of the order.</param>
    public sealed record Parameters(string Order);
}
