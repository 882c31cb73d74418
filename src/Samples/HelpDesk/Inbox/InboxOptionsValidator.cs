using Microsoft.Extensions.Options;

namespace HelpDesk.Inbox;

/// <summary>An inbox that believes anybody does not start.</summary>
internal sealed class InboxOptionsValidator : IValidateOptions<InboxOptions>
{
    private const int MinSecretBytes = 32;

    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        List<string> problems = [];
        if (options.Secrets.Count == 0)
            problems.Add("Inbox:Secrets is empty; make a secret with 'openssl rand -base64 32' and set Inbox__Secrets__0.");
        for (var place = 0; place < options.Secrets.Count; place++)
        {
            if (!IsSecret(options.Secrets[place]))
                problems.Add($"Inbox:Secrets:{place} is no Base64 of at least {MinSecretBytes} bytes.");
        }

        if (options.Tolerance <= TimeSpan.Zero || options.Tolerance > TimeSpan.FromHours(1))
            problems.Add($"Inbox:Tolerance is {options.Tolerance}; it must be above zero, at most an hour.");
        if (options.MaxBodyBytes is < 1 or > 16 * 1024 * 1024)
            problems.Add($"Inbox:MaxBodyBytes is {options.MaxBodyBytes}; it must be 1 to 16 MiB.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsSecret(string? text)
    {
        var bytes = new byte[(text ?? "").Length];
        return Convert.TryFromBase64String(text ?? "", bytes, out var length) && length >= MinSecretBytes;
    }
}
