using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>A rulebook was refused, or several when a host starts. Its message lists every error.</summary>
public sealed class RulebookException : Exception
{
    internal RulebookException(string source, IReadOnlyList<Diagnostic> diagnostics)
        : base(Describe(source, diagnostics)) => Diagnostics = diagnostics;

    internal RulebookException(IReadOnlyCollection<RulebookException> several)
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
