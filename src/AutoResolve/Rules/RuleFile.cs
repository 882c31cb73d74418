namespace AutoResolve.Rules;

/// <summary>A rule file before it is read. <paramref name="Path"/> is relative to the rules folder, with forward slashes.</summary>
internal sealed record RuleFile(string Path, ReadOnlyMemory<byte> Content);
