using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>A rulebook was refused, or several when a host starts. Its message lists every error.</summary>
public sealed class RulebookException : Exception
{
    /// <summary>One rulebook was refused.</summary>
    /// <param name="source">What messages call the source of its rules.</param>
    /// <param name="diagnostics">All problems found.</param>
    public RulebookException(string source, IReadOnlyList<Diagnostic> diagnostics)
        : base(Describe(source, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Several rulebooks were refused.</summary>
    /// <param name="several">Why, each.</param>
    public RulebookException(IReadOnlyCollection<RulebookException> several)
        : base(string.Join(Environment.NewLine, several.Select(one => one.Message))) =>
        Diagnostics = [.. several.SelectMany(one => one.Diagnostics)];

    /// <summary>All problems found, warnings included, by file and line.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string Describe(string source, IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        return $"The rules in '{source}' have {errors.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}";
    }
}
