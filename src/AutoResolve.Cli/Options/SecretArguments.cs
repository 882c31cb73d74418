using System.CommandLine;
using AutoResolve.Cli.Running;
using AutoResolve.Journaling;
using AutoResolve.Postgres;

namespace AutoResolve.Cli.Options;

/// <summary>The option that says the secrets of a journal in PostgreSQL.</summary>
internal sealed class SecretArguments
{
    private readonly Option<string?> _secrets = new("--secrets")
    {
        Description =
            "With --postgres: the name of the environment variable that holds the journal's secrets: a line each, id and Base64, "
            + "the newest first.",
        HelpName = "VARIABLE",
    };

    public void AddTo(Command command) => command.Add(_secrets);

    /// <exception cref="CommandFailure">There is no such variable, or it holds no secrets.</exception>
    public IReadOnlyList<JournalSecretOptions> Read(ParseResult parsed)
    {
        if (parsed.GetValue(_secrets) is not { } variable)
            throw CommandFailure.Usage(
                "A journal in PostgreSQL needs its secrets: '--secrets' takes the name of the environment variable that holds them, "
                    + "a line each, such as \"1 $(openssl rand -base64 32)\"."
            );
        var value = SecretVariable.Read(_secrets.Name, variable, "the journal's secrets");
        List<JournalSecretOptions> secrets =
        [
            .. value
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
                .Select(parts => new JournalSecretOptions { Id = parts[0], Value = parts.Length > 1 ? parts[1] : "" }),
        ];
        try
        {
            _ = new JournalSecrets([.. secrets.Select(secret => new JournalSecret(secret.Id, Convert.FromBase64String(secret.Value)))]);
            return secrets;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw CommandFailure.Environment(
                $"The environment variable '{SafeText.Line(variable)}' holds no secrets: a line each, an id of small letters and digits, a "
                    + "blank, and at least 32 bytes as Base64, such as \"1 $(openssl rand -base64 32)\"."
            );
        }
    }
}
