using HelpDesk.Messages;
using Microsoft.Extensions.Options;

namespace HelpDesk.Inbox;

/// <summary>Reads what somebody posts who has the secret, and nothing that is not signed.</summary>
internal sealed class SignedBody(IOptions<InboxOptions> options, TimeProvider timeProvider)
{
    private readonly List<byte[]> _secrets = [.. options.Value.Secrets.Select(Convert.FromBase64String)];

    /// <returns>The message; or why there is none, as an answer to the sender.</returns>
    public async Task<(T? Message, IResult? Refusal)> ReadAsync<T>(HttpContext context)
        where T : class
    {
        if (await MessageBody.ReadAsync(context, options.Value.MaxBodyBytes) is not { } body)
            return (null, Results.StatusCode(StatusCodes.Status413PayloadTooLarge));
        var header = context.Request.Headers[InboxSignature.Header];

        // Before anything in it is looked at. What is wrong with a signature is nobody's business.
        if (header.Count != 1 || !InboxSignature.IsValid(header[0], body, _secrets, timeProvider.GetUtcNow(), options.Value.Tolerance))
            return (null, Results.StatusCode(StatusCodes.Status401Unauthorized));
        return MessageBody.Parse<T>(body);
    }
}
