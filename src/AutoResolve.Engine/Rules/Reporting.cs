using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>Makes diagnostics of what is found at a place.</summary>
internal static class Reporting
{
    public static Diagnostic Report(
        this SourceLocation location,
        string code,
        DiagnosticSeverity severity,
        string message,
        string? suggestion = null
    ) =>
        new()
        {
            Code = code,
            Severity = severity,
            Message = message,
            File = location.File,
            Line = location.Line,
            Column = location.Column,
            Pointer = location.Pointer,
            Suggestion = suggestion,
            Row = location.Path.Row?.NameAt(location.Line),
        };
}
