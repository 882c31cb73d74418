using AutoResolve;
using HelpDesk.Desk;
using HelpDesk.Inbox;
using HelpDesk.Messages;
using Microsoft.Extensions.Options;

namespace HelpDesk.Api;

/// <summary>Where a portal of this desk posts what people write. Whoever runs it on a network puts authentication in front of it.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this WebApplication app)
    {
        app.MapPost("/issues", (HttpContext context, IOptions<InboxOptions> options, Delivery delivery) =>
            TakeAsync<IssueMessage>(context, options.Value, message => delivery.ProcessAsync(message.ToIssue(), context.RequestAborted))
        );
        app.MapPost(
            "/turns",
            (HttpContext context, IOptions<InboxOptions> options, Delivery delivery) =>
                // Whoever is not signed in is a customer.
                TakeAsync<TurnMessage>(context, options.Value, message =>
                    message is { By: null or "customer" } && message.ToTurn() is { } turn
                        ? delivery.ContinueAsync(message.Reference, turn, context.RequestAborted)
                        : null
                )
        );
    }

    private static async Task<IResult> TakeAsync<T>(HttpContext context, InboxOptions options, Func<T, Task<Disposition>?> take)
        where T : class
    {
        // A page of another site can post a form to this machine, but not JSON.
        if (!context.Request.HasJsonContentType())
            return Results.Problem("The body must be application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (await MessageBody.ReadAsync(context, options.MaxBodyBytes) is not { } body)
            return Results.Problem(
                $"The body has more than {options.MaxBodyBytes} bytes.",
                statusCode: StatusCodes.Status413PayloadTooLarge
            );
        var (message, refusal) = MessageBody.Parse<T>(body);
        return refusal ?? await Delivery.AnswerAsync(context, () => take(message!), ApiAnswer.Of);
    }
}
