namespace AutoResolve.Journaling;

/// <summary>The keys by all secrets of a journal: written is with the first, found is by each.</summary>
internal sealed class CaseKeyring(JournalSecrets secrets)
{
    public IReadOnlyList<CaseKeys> All { get; } = [.. secrets.All.Select(secret => new CaseKeys(secret))];

    public CaseKeys Current => All[0];

    /// <returns>Null where the host has no such secret any more.</returns>
    public CaseKeys? Find(string? secretId) => All.FirstOrDefault(keys => keys.SecretId == secretId);
}
