using AutoResolve.Json.Reading;

namespace AutoResolve.Rules;

/// <summary>One problem of a rule file: what, where, and what to do.</summary>
public sealed record Diagnostic
{
    /// <summary>The code, such as <c>AR1009</c>. Each has a page under <c>rules/docs</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How bad it is.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>What is wrong and what to do, in a sentence or two.</summary>
    public required string Message { get; init; }

    /// <summary>The file, relative to the rules folder, with forward slashes; empty for a problem of the whole folder.</summary>
    public string File { get; init; } = "";

    /// <summary>The line, from 1; 0 for a problem of the whole file.</summary>
    public int Line { get; init; }

    /// <summary>The column in UTF-16 units, from 1; 0 for a problem of the whole file.</summary>
    public int Column { get; init; }

    /// <summary>The JSON pointer of the value: <c>/rules/0/when</c>; empty for the whole file.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>What was probably meant, where something close exists; already part of <see cref="Message"/>.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The row with which it came up, where it points at what all rows of a table share.</summary>
    internal string? Row { get; init; }

    /// <summary>
    /// Whether a source or a file gave nothing to read: a folder that is missing or empty, a file without access, a source that fails or
    /// takes too long. Then no rule has to be changed.
    /// </summary>
    public bool IsReadFailure =>
        Code
            is ReadingCodes.MissingFolder
                or ReadingCodes.NoFiles
                or ReadingCodes.Unreadable
                or ReadingCodes.SourceFailed
                or ReadingCodes.SourceTooSlow;

    /// <summary>
    /// The problem as one line: <c>path:line:column code message</c>; without the place where it is not of a file, and at 1:1 where it is
    /// of a whole file. A warning and a remark say so before the message.
    /// </summary>
    public override string ToString()
    {
        var word = Severity switch
        {
            DiagnosticSeverity.Error => "",
            DiagnosticSeverity.Warning => "warning: ",
            _ => "remark: ",
        };
        var told = $"{Code} {word}{Message}";
        return File.Length == 0 ? told : $"{File}:{Math.Max(1, Line)}:{Math.Max(1, Column)} {told}";
    }
}
