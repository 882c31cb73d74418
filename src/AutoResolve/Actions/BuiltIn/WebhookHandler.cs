using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions.BuiltIn;

/// <summary>
/// <c>webhook </c>: posts the decision to another system, signed. Its messages hold allowed hosts and status only, since an address may
/// hold personal data.
/// </summary>
internal sealed class WebhookHandler(IHttpClientFactory clients, IOptions<WebhookOptions> options, TimeProvider timeProvider)
    : IActionHandler<WebhookParameters>,
        IActionDryRun<WebhookParameters>,
        IPartitionedHandler<WebhookParameters>
{
    public const string Client = "AutoResolve.webhook";
    public const int MaxResponseBytes = 64 * 1024;

    private const string KeyHeader = "Idempotency-Key";

    private readonly AllowedHosts _hosts = new(options.Value.AllowedHosts);
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.Secret);

    public string Name => BuiltInHandlers.Webhook;

    public ActionSafety Safety { get; } = options.Value.Safety;

    public bool IsIdempotent { get; } = options.Value.IsIdempotent;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<WebhookParameters> context, CancellationToken cancellationToken)
    {
        if (Problem(context.Parameters.Url, out var address) is { } problem)
            return problem;
        using var request = Request(address!, context);
        using var client = clients.CreateClient(Client);
        try
        {
            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            return Refusal(response.StatusCode, address!.IdnHost)
                ?? (
                    await IsSmallAsync(response.Content, cancellationToken).ConfigureAwait(false)
                        ? ActionOutcome.Succeeded($"{address.IdnHost} answered {Text(response.StatusCode)}.")
                        : ActionOutcome.Failed(
                            $"{address.IdnHost} answered {Text(response.StatusCode)} with more than "
                                + $"{MaxResponseBytes} bytes, of which the rest was not read."
                        )
                );
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return Broken(
                address!.IdnHost,
                exception switch
                {
                    HttpRequestException sending => sending.HttpRequestError,
                    HttpIOException reading => reading.HttpRequestError,
                    _ => HttpRequestError.Unknown,
                }
            );
        }
    }

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<WebhookParameters> context, CancellationToken cancellationToken) =>
        new(Problem(context.Parameters.Url, out var address) ?? ActionOutcome.Succeeded($"Would post to {address!.IdnHost}."));

    public string PartitionOf(WebhookParameters parameters) =>
        Problem(parameters.Url, out var address) is null ? _hosts.Find(address!) ?? "" : "";

    private ActionOutcome? Problem(string url, out Uri? address)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out address) || address.Host.Length == 0)
            return ActionOutcome.Failed("'url' is not an address such as https://hooks.example.org/incidents.");
        if (address.UserInfo.Length > 0)
            return ActionOutcome.Failed("'url' holds a user name or a password; the signature says who calls.");
        if (WebhookPath.IsLeft(url))
            return ActionOutcome.Failed(
                "The path of 'url' has '.', '..', a backslash or an encoded slash in it, and would lead elsewhere."
            );
        return _hosts.Allow(address) ? null : ActionOutcome.Failed("The host of 'url' is not allowed by this scheme and port.");
    }

    private HttpRequestMessage Request(Uri address, ActionContext<WebhookParameters> context)
    {
        var body = WebhookMessage.Write(context);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(KeyHeader, context.IdempotencyKey);
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Sign(_secret, timeProvider.GetUtcNow(), body));
        return request;
    }

    private static ActionOutcome? Refusal(HttpStatusCode status, string host) =>
        (int)status switch
        {
            >= 200 and < 300 => null,
            >= 300 and < 400 => ActionOutcome.Failed($"{host} answered {Text(status)}: it sends elsewhere, and that is not followed."),
            408 or 429 or >= 500 => ActionOutcome.Failed($"{host} answered {Text(status)}.", isTransient: true),
            _ => ActionOutcome.Failed($"{host} answered {Text(status)}."),
        };

    private ActionOutcome Broken(string host, HttpRequestError error)
    {
        var reason = error == HttpRequestError.Unknown ? "" : $" ({error})";
        if (
            error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError
        )
        {
            return ActionOutcome.Failed($"The connection to {host} could not be made{reason}, so nothing was sent.", isTransient: true);
        }

        // Only where the same call twice is as once may it be tried again; else it is in doubt, and a person must look.
        var message = $"The connection to {host} broke{reason}, so whether the call was heeded is not known.";
        return IsIdempotent ? ActionOutcome.Failed(message, isTransient: true) : ActionOutcome.NeedsPerson(message);
    }

    // The connection goes back to the pool only where the answer was read to its end; a longer one is not worth that.
    private static async Task<bool> IsSmallAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MaxResponseBytes)
            return false;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[4096];
        var total = 0;
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            total += read;
            if (total > MaxResponseBytes)
                return false;
        }

        return true;
    }

    private static string Text(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}
