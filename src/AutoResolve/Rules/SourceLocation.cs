namespace AutoResolve.Rules;

/// <summary>Where a value stands in a rule file. Line and column from 1; <see cref="Pointer"/> is its JSON pointer in the file.</summary>
internal readonly record struct SourceLocation(string File, int Line, int Column, string Pointer)
{
    public Diagnostic Report(string code, DiagnosticSeverity severity, string message, string? suggestion = null) => new()
    {
        Code = code,
        Severity = severity,
        Message = message,
        File = File,
        Line = Line,
        Column = Column,
        Pointer = Pointer,
        Suggestion = suggestion,
    };
}
