using System.Text.RegularExpressions;
using AutoResolve.Journaling;

namespace AutoResolve.Journal;

/// <summary>What options of journals must be.</summary>
internal static class JournalOptionsChecks
{
    public const string TimeoutTooShort = "AppendTimeout is too short; it must be at least 1 second.";
    public const string NoSchema =
        "Schema is no name of a schema: small letters, digits and underscores, at most 63, a letter or an underscore first.";
    public const string NoSecrets =
        "Secrets are wrong: each has an id of its own of at most 16 small letters and digits, and a value of at least 32 bytes as Base64, "
        + "such as `openssl rand -base64 32` prints.";

    public static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(1);

    private static readonly Regex SchemaName = new("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static bool IsSchema(string? schema) => schema is not null && SchemaName.IsMatch(schema);

    public static bool AreSecrets(IEnumerable<JournalSecretOptions> secrets)
    {
        try
        {
            List<JournalSecret> given = [.. secrets.Select(secret => secret.ToSecret())];
            return given.Count == 0 || new JournalSecrets(given).All.Count > 0;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
