using AutoResolve;
using HelpDesk.Desk;
using HelpDesk.Messages;

namespace HelpDesk.Inbox;

/// <summary>Where other systems post: new issues, turns, and what happened to cases.</summary>
/// <remarks>The same again changes nothing: issues are known by their content, turns and events by their ids. So a message that somebody
/// has recorded and posts once more is answered as before, and no more.</remarks>
internal static class InboxEndpoints
{
    public static void MapInbox(this WebApplication app)
    {
        app.MapPost("/inbox/issues", (HttpContext context, SignedBody body, Delivery delivery) =>
            TakeAsync<IssueMessage>(context, body, message => delivery.ProcessAsync(message.ToIssue(), context.RequestAborted))
        );
        app.MapPost("/inbox/turns", (HttpContext context, SignedBody body, Delivery delivery) =>
            TakeAsync<TurnMessage>(context, body, message =>
                message.ToTurn() is { } turn ? delivery.ContinueAsync(message.Reference, turn, context.RequestAborted) : null
            )
        );
        app.MapPost("/inbox/events", (HttpContext context, SignedBody body, IIssueProcessor processor) =>
            TakeAsync<EventMessage>(context, body, message =>
                message.ToEvent() is { } happened
                    ? processor.ReportAsync(message.Reference, happened, context.RequestAborted).AsTask()
                    : null
            )
        );
    }

    /// <param name="context">The call.</param>
    /// <param name="body">Reads it.</param>
    /// <param name="take">Takes the message; null where its kind is not taken.</param>
    private static async Task<IResult> TakeAsync<T>(HttpContext context, SignedBody body, Func<T, Task<Disposition>?> take)
        where T : class
    {
        var (message, refusal) = await body.ReadAsync<T>(context);
        return refusal ?? await Delivery.AnswerAsync(context, () => take(message!), InboxAnswer.Of);
    }
}
