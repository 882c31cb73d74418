using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals;

/// <summary>What a journal knows of a secret.</summary>
internal sealed class KnownSecret
{
    public string Id { get; set; } = "";
    public string Fingerprint { get; set; } = "";

    /// <summary>Makes sure that a host has the secrets of a journal.</summary>
    /// <param name="known">Those that the journal knows, the newest last.</param>
    /// <param name="given">Those that the host has; what it wants to use first.</param>
    /// <param name="journal">The journal, for messages: what it is and where.</param>
    /// <param name="remedy">Where secrets come from, for messages.</param>
    /// <returns>The secrets, the one to use first, which is the newest of the journal for all hosts; and the one that the journal is to be
    /// told, null where it knows it.</returns>
    /// <exception cref="JournalException">The host lacks a secret or has another.</exception>
    public static (JournalSecrets Secrets, JournalSecret? New) Admit(
        IReadOnlyList<KnownSecret> known,
        IReadOnlyList<JournalSecret> given,
        string journal,
        string remedy
    )
    {
        foreach (var secret in given)
        {
            if (known.FirstOrDefault(one => one.Id == secret.Id) is { } same && same.Fingerprint != secret.Fingerprint)
                throw new JournalException(
                    $"{journal} was written with another secret '{secret.Id}' than this host has. {remedy} "
                        + "A new secret needs an id of its own."
                );
        }

        var newest = known.Count == 0 ? null : known[^1].Id;
        if (newest is not null && given.All(secret => secret.Id != newest))
            throw new JournalException($"{journal} is written with the secret '{newest}', which this host does not have. {remedy}");
        var added = known.All(one => one.Id != given[0].Id) ? given[0] : null;
        var current = added ?? given.First(secret => secret.Id == newest);
        return (new JournalSecrets([current, .. given.Where(secret => secret != current)]), added);
    }
}
