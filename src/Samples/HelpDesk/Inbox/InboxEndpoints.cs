using AutoResolve;
using AutoResolve.Journaling;

namespace HelpDesk.Inbox;

/// <summary>Where other systems post: new issues, turns, and what happened to cases.</summary>
/// <remarks>The same again changes nothing: issues are known by their content, turns and events by their ids. So a message that somebody
/// has recorded and posts once more is answered as before, and no more.</remarks>
internal static class InboxEndpoints
{
    public static void MapInbox(this WebApplication app)
    {
        app.MapPost("/inbox/issues", (HttpContext context, SignedBody body, IIssueProcessor processor) =>
            TakeAsync<IssueMessage>(context, body, message => processor.ProcessAsync(message.ToIssue(), context.RequestAborted).AsTask())
        );
        app.MapPost("/inbox/turns", (HttpContext context, SignedBody body, IIssueProcessor processor) =>
            TakeAsync<TurnMessage>(context, body, message =>
                message.ToTurn() is { } turn ? processor.ContinueAsync(message.Reference, turn, context.RequestAborted).AsTask() : null
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
        if (refusal is not null)
            return refusal;
        try
        {
            return take(message!) is { } taking ? Answer(await taking) : SignedBody.Wrong("That kind is not taken here.");
        }
        catch (ArgumentException exception)
        {
            return SignedBody.Wrong(exception.Message);
        }
        catch (Exception exception) when (exception is JournalException or TimeoutException)
        {
            context.Response.Headers.RetryAfter = "30";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    // What is not in the journal, or has not ended, is posted again by whoever has it.
    private static IResult Answer(Disposition disposition) =>
        Results.Json(
            new InboxAnswer($"{disposition.Status}", disposition.Outcome?.ToString()),
            statusCode: disposition switch
            {
                { IsJournaled: false } or { Status: DispositionStatus.UnderWay } => StatusCodes.Status503ServiceUnavailable,
                { Status: DispositionStatus.Waiting } => StatusCodes.Status202Accepted,
                _ => StatusCodes.Status200OK,
            }
        );
}
