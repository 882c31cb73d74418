namespace AutoResolve.Rules;

/// <summary>A rule file before it is read. <paramref name="Path"/> is relative to its source, with forward slashes.</summary>
internal sealed record RuleFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether it was written in code, so that nobody can open it.</summary>
    public bool IsBuilt { get; init; }
}
