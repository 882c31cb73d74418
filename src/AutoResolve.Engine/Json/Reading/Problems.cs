using AutoResolve.Rules;

namespace AutoResolve.Json.Reading;

/// <summary>Collects the problems of one file.</summary>
internal sealed class Problems(ICollection<Diagnostic> diagnostics)
{
    // A file that has more is hardly a rule file, and a hostile one must not fill the memory.
    public const int Most = 1000;

    private int _count;

    /// <summary>Whether no more are listed: the file is refused, and reading on only costs time.</summary>
    public bool AreTooMany => _count > Most;

    public void Add(SourceLocation location, string code, string message, string? suggestion = null)
    {
        _count++;
        if (_count <= Most)
            diagnostics.Add(location.Report(code, DiagnosticSeverity.Error, message + Spelling.DidYouMean(suggestion), suggestion));
        else if (_count == Most + 1)
            diagnostics.Add(
                location.Report(
                    ReadingCodes.MoreProblems,
                    DiagnosticSeverity.Error,
                    $"This file has more than {Most} problems; those from here on are not listed. Is it a rule file?"
                )
            );
    }

    public void Add(JsonNode node, string code, string message, string? suggestion = null) => Add(node.Location, code, message, suggestion);
}
