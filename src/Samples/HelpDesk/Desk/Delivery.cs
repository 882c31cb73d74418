using AutoResolve;
using AutoResolve.Journaling;
using HelpDesk.Approvals;
using HelpDesk.Messages;

namespace HelpDesk.Desk;

/// <summary>Has issues and turns decided and acted on, keeps what waits for a person, and says over HTTP how far it has come.</summary>
internal sealed class Delivery(IIssueProcessor processor, CaseFile cases, WaitingApprovals approvals)
{
    public async Task<Disposition> ProcessAsync(Issue issue, CancellationToken cancellationToken)
    {
        var disposition = await processor.ProcessAsync(issue, cancellationToken);
        approvals.Keep(cases.Keep(issue), disposition);
        return disposition;
    }

    public async Task<Disposition> ContinueAsync(CaseReference reference, Turn turn, CancellationToken cancellationToken)
    {
        var disposition = await processor.ContinueAsync(reference, turn, cancellationToken);
        if (cases.Add(reference, turn) is { } issue)
            approvals.Keep(issue, disposition);
        return disposition;
    }

    /// <param name="context">The call.</param>
    /// <param name="take">Takes a message; null where its kind is not taken.</param>
    /// <param name="tell">What the sender is told about it.</param>
    public static async Task<IResult> AnswerAsync(HttpContext context, Func<Task<Disposition>?> take, Func<Disposition, object> tell)
    {
        try
        {
            if (take() is not { } taking)
                return MessageBody.Wrong("That kind is not taken here.");
            var disposition = await taking;
            return Results.Json(tell(disposition), statusCode: StatusOf(disposition));
        }
        catch (ArgumentException exception)
        {
            return MessageBody.Wrong(Refusal.Of(exception));
        }
        catch (Exception exception) when (exception is JournalException or TimeoutException)
        {
            context.Response.Headers.RetryAfter = "30";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    // What is not in the journal, or has not ended, is posted again by whoever has it.
    private static int StatusOf(Disposition disposition) =>
        disposition switch
        {
            { IsJournaled: false } or { Status: DispositionStatus.UnderWay } => StatusCodes.Status503ServiceUnavailable,
            { Status: DispositionStatus.Waiting } => StatusCodes.Status202Accepted,
            _ => StatusCodes.Status200OK,
        };
}
