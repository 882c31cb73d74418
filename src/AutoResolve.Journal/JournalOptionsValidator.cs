using System.Text.RegularExpressions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Journal;

/// <summary>Checks the options of journals; all problems in one exception.</summary>
internal sealed class JournalOptionsValidator : IValidateOptions<SqliteJournalOptions>, IValidateOptions<PostgresJournalOptions>
{
    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    private static readonly Regex SchemaName = new("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public ValidateOptionsResult Validate(string? name, SqliteJournalOptions options) => ResultOf(Timeout(options.AppendTimeout));

    public ValidateOptionsResult Validate(string? name, PostgresJournalOptions options) =>
        ResultOf(Timeout(options.AppendTimeout), Schema(options.Schema), Secrets(options.Secrets));

    private static ValidateOptionsResult ResultOf(params string?[] problems) =>
        problems.OfType<string>().ToList() is { Count: > 0 } some ? ValidateOptionsResult.Fail(some) : ValidateOptionsResult.Success;

    private static string? Timeout(TimeSpan timeout) =>
        timeout >= MinTimeout && timeout <= MaxTimeout ? null : $"AppendTimeout is {timeout}; it must be {MinTimeout} to {MaxTimeout}.";

    private static string? Schema(string? schema) =>
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
