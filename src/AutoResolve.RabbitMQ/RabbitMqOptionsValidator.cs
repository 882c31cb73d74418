using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace AutoResolve.RabbitMQ;

/// <summary>Checks where the broker is said to be; all problems in one exception.</summary>
internal sealed class RabbitMqOptionsValidator : IValidateOptions<RabbitMqOptions>
{
    private static readonly Regex Name = new("^[A-Za-z0-9_.-]{1,100}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public ValidateOptionsResult Validate(string? name, RabbitMqOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(RabbitMqOptions options)
    {
        if (options.Hosts.FirstOrDefault(host => Uri.CheckHostName(host) == UriHostNameType.Unknown) is { } host)
            yield return host.Contains("://", StringComparison.Ordinal)
                ? "Hosts has an address with a scheme; write the name alone, such as 'rabbit.example.org'. Port, user and TLS have "
                    + "options of their own."
                : $"Hosts has '{host}', which is no name of a host and no address.";
        if (options.Port is < 1 or > 65535)
            yield return $"Port is {options.Port}; it must be 1 to 65535, or null.";
        if (string.IsNullOrEmpty(options.VirtualHost))
            yield return "VirtualHost is empty; the one that each broker has is '/'.";
        if (!Name.IsMatch(options.Queue ?? ""))
            yield return $"Queue is '{options.Queue}'; it must have letters, digits, hyphens, underscores and dots, at most 100.";
        if (string.IsNullOrWhiteSpace(options.Source))
            yield return "Source is empty; it says who sends, such as '/help-desk'.";
        if (options.QueueCopies is { } copies && (copies is < 1 or > 9 || copies % 2 == 0))
            yield return $"QueueCopies is {copies}; it must be 1, 3, 5, 7 or 9, or null.";
        if (options.ConfirmTimeout < TimeSpan.FromMilliseconds(100) || options.ConfirmTimeout > TimeSpan.FromMinutes(10))
            yield return $"ConfirmTimeout is {options.ConfirmTimeout}; it must be 100 milliseconds to 10 minutes.";
        foreach (var problem in Credentials(options))
            yield return problem;
    }

    private static IEnumerable<string> Credentials(RabbitMqOptions options)
    {
        var tls = options.Tls;
        if (string.IsNullOrEmpty(options.UserName) && tls.CertificatePath is null)
            yield return "UserName and Password are missing. Set them where passwords are kept, such as the environment variables "
                + "RabbitMq__UserName and RabbitMq__Password, or sign in by a certificate (Tls.CertificatePath).";
        else if (!string.IsNullOrEmpty(options.UserName) && string.IsNullOrEmpty(options.Password))
            yield return "Password is missing. Set it where passwords are kept, such as the environment variable RabbitMq__Password.";
        if (!tls.IsEnabled && (tls.ServerName ?? tls.AuthorityPath ?? tls.CertificatePath ?? tls.KeyPath) is not null)
            yield return "Tls has settings and is not enabled; set Tls.IsEnabled, or leave them out.";
        if (tls.KeyPath is not null && tls.CertificatePath is null)
            yield return "Tls.KeyPath is the key of a certificate; set Tls.CertificatePath, too.";
        (string Name, string? Path)[] files =
        [
            ("AuthorityPath", tls.AuthorityPath),
            ("CertificatePath", tls.CertificatePath),
            ("KeyPath", tls.KeyPath),
        ];
        foreach (var (name, path) in files)
        {
            if (path is not null && !File.Exists(path))
                yield return $"Tls.{name} is '{path}'; there is no such file.";
        }
    }
}
