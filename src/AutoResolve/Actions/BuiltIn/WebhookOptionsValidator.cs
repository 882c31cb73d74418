using System.Text;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions.BuiltIn;

/// <summary>Checks the options of webhooks at start; all problems in one exception.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        List<string> problems = [];
        var secretBytes = Encoding.UTF8.GetByteCount(options.Secret ?? "");
        if (secretBytes < WebhookOptions.MinSecretBytes)
            problems.Add(
                $"{nameof(WebhookOptions.Secret)} has {secretBytes} bytes; it must have at least {WebhookOptions.MinSecretBytes}."
            );
        if (options.AllowedHosts.Count == 0)
            problems.Add($"{nameof(WebhookOptions.AllowedHosts)} is empty; list the hosts that may be called.");
        problems.AddRange(
            options
                .AllowedHosts.Where(host => AllowedHosts.Origin(host) is null)
                .Select(host =>
                    $"{nameof(WebhookOptions.AllowedHosts)} has '{host}'; write a host such as hooks.example.org "
                    + $"or hooks.example.org:8443, with http:// only for this machine."
                )
        );
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
