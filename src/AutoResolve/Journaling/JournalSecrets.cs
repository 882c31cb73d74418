namespace AutoResolve.Journaling;

/// <summary>
/// The secrets of a journal: the one that is used, and those that were used before, by which older entries are still found.
/// </summary>
public sealed class JournalSecrets
{
    /// <summary>Creates them.</summary>
    /// <param name="secrets">At least one; the first is the one that is used from now on.</param>
    /// <exception cref="ArgumentException">There is none, or two have one id.</exception>
    public JournalSecrets(params IReadOnlyList<JournalSecret> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
            throw new ArgumentException("A journal needs a secret.", nameof(secrets));
        if (secrets.GroupBy(secret => secret.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } same)
            throw new ArgumentException($"Two secrets of the journal have the id '{same.Key}'.", nameof(secrets));
        All = [.. secrets];
    }

    /// <summary>The one that is used.</summary>
    public JournalSecret Current => All[0];

    /// <summary>All, the one that is used first.</summary>
    public IReadOnlyList<JournalSecret> All { get; }
}
