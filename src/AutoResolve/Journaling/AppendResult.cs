namespace AutoResolve.Journaling;

/// <summary>What became of entries that were to be written together.</summary>
/// <param name="FirstSequence">The sequence of the first of them; the others follow in order. 0 where nothing was written.</param>
/// <param name="ConflictingKey">The key that another entry has already, because of which nothing was written; else null.</param>
/// <param name="IsStale">Whether nothing was written because the case has another version, or another host's lease of it is in
/// force.</param>
public readonly record struct AppendResult(long FirstSequence, string? ConflictingKey = null, bool IsStale = false)
{
    /// <summary>Whether all was written.</summary>
    public bool Written => ConflictingKey is null && !IsStale;
}
