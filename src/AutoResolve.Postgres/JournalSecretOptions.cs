using AutoResolve.Journaling;

namespace AutoResolve.Postgres;

/// <summary>A secret of a journal as configuration says it.</summary>
public sealed class JournalSecretOptions
{
    /// <summary>
    /// Tells it from others: small letters and digits, at most <see cref="JournalSecret.MaxIdLength"/>. It stands in the journal.
    /// </summary>
    public string Id { get; set; } = "";

    /// <summary>
    /// At least <see cref="JournalSecret.MinBytes"/> random bytes as Base64, such as <c>openssl rand -base64 32</c> prints. Keep it where
    /// passwords are kept.
    /// </summary>
    public string Value { get; set; } = "";

    /// <exception cref="FormatException">The value is no Base64.</exception>
    /// <exception cref="ArgumentException">The id has other characters, or the value is too short.</exception>
    internal JournalSecret ToSecret() => new(Id, Convert.FromBase64String(Value));
}
