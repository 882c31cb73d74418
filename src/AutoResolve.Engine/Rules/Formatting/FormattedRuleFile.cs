namespace AutoResolve.Rules.Formatting;

/// <summary>A rule file in its canonical form.</summary>
public sealed record FormattedRuleFile
{
    /// <summary>The canonical text; null where the file cannot be read as JSON, or its canonical form would not mean the same.</summary>
    public string? Text { get; init; }

    /// <summary>The first line of the file that differs from it, from 1; null where none does.</summary>
    public int? FirstChange { get; init; }

    /// <summary>What was written in words of an earlier format; empty where that is not looked for.</summary>
    public IReadOnlyList<Rewording> Rewordings { get; init; } = [];

    /// <summary>Why there is no text.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];
}
