namespace AutoResolve.Rules;

/// <summary>A rule file before it is read.</summary>
/// <param name="Path">Its path, relative to its source, with forward slashes.</param>
/// <param name="Content">UTF-8, with or without a byte order mark.</param>
public sealed record RuleFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether it was written in code, so that nobody can open it.</summary>
    internal bool IsBuilt { get; init; }
}
