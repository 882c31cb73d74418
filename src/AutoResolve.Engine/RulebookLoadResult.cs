using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>The outcome of loading a rulebook.</summary>
public sealed class RulebookLoadResult
{
    internal RulebookLoadResult(Rulebook? rulebook, IReadOnlyList<Diagnostic> diagnostics, int fileCount) =>
        (Rulebook, Diagnostics, FileCount) = (rulebook, diagnostics, fileCount);

    /// <summary>The rulebook; null where there was an error.</summary>
    public Rulebook? Rulebook { get; }

    /// <summary>All problems found, by file, line, column and code. Lint looks for its remarks when this is first read.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many files could be read.</summary>
    public int FileCount { get; }
}
