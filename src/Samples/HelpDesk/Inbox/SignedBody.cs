using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace HelpDesk.Inbox;

/// <summary>Reads what somebody posts: so much of it, and nothing that is not signed.</summary>
internal sealed class SignedBody(IOptions<InboxOptions> options, TimeProvider timeProvider)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        MaxDepth = 8,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,

        // A message for one address is none for another.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly List<byte[]> _secrets = [.. options.Value.Secrets.Select(Convert.FromBase64String)];

    /// <returns>The message; or why there is none, as an answer to the sender.</returns>
    public async Task<(T? Message, IResult? Refusal)> ReadAsync<T>(HttpContext context)
        where T : class
    {
        if (await ReadBytesAsync(context) is not { } body)
            return (null, Results.StatusCode(StatusCodes.Status413PayloadTooLarge));
        var header = context.Request.Headers[InboxSignature.Header];

        // Before anything in it is looked at. What is wrong with a signature is nobody's business.
        if (header.Count != 1 || !InboxSignature.IsValid(header[0], body, _secrets, timeProvider.GetUtcNow(), options.Value.Tolerance))
            return (null, Results.StatusCode(StatusCodes.Status401Unauthorized));
        try
        {
            return JsonSerializer.Deserialize<T>(body, Strict) is { } message ? (message, null) : (null, Wrong("The body is null."));
        }
        catch (JsonException exception)
        {
            return (null, Wrong($"The body is not as it should be, at {exception.Path ?? "$"}."));
        }
    }

    public static IResult Wrong(string problem) => Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest);

    /// <returns>Null where it is too long.</returns>
    private async Task<byte[]?> ReadBytesAsync(HttpContext context)
    {
        var max = options.Value.MaxBodyBytes;
        if (context.Request.ContentLength > max)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = max;
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body.Length <= max ? body.ToArray() : null;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
