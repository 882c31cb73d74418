using System.Text.RegularExpressions;
using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Microsoft.Extensions.Options;

namespace AutoResolve.Postgres;

/// <summary>Checks the options of a journal in PostgreSQL; all problems in one exception.</summary>
internal sealed class PostgresJournalOptionsValidator : IValidateOptions<PostgresJournalOptions>
{
    private static readonly Regex SchemaName = new("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public ValidateOptionsResult Validate(string? name, PostgresJournalOptions options) =>
        AppendTimeouts.ResultOf(AppendTimeouts.ProblemOf(options.AppendTimeout), ProblemOfSchema(options.Schema), Secrets(options.Secrets));

    public static string? ProblemOfSchema(string? schema) =>
        schema is not null && SchemaName.IsMatch(schema)
            ? null
            : $"Schema is '{schema}'; it must have small letters, digits and underscores, at most 63, a letter or an underscore first.";

    private static string? Secrets(IEnumerable<JournalSecretOptions> secrets)
    {
        try
        {
            List<JournalSecret> given = [.. secrets.Select(secret => secret.ToSecret())];
            if (given.Count > 0)
                _ = new JournalSecrets(given);
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return "Secrets are wrong: each has an id of its own of at most 16 small letters and digits, and a value of "
                + "at least 32 bytes as "
                + "Base64, such as `openssl rand -base64 32` prints.";
        }
    }
}
