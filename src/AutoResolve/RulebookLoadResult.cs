using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>The outcome of loading a rulebook.</summary>
public sealed class RulebookLoadResult
{
    internal RulebookLoadResult(Rulebook? rulebook, IReadOnlyList<Diagnostic> diagnostics) => (Rulebook, Diagnostics) = (rulebook, diagnostics);

    /// <summary>The rulebook; null where there was an error.</summary>
    public Rulebook? Rulebook { get; }

    /// <summary>All problems found, by file, line, column and code.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
