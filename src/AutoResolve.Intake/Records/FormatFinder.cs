using System.Text.RegularExpressions;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake.Records;

/// <summary>Finds out how issues are written.</summary>
internal static class FormatFinder
{
    // An object whose first line names a list before any text.
    private static readonly Regex Wrapper = new(
        $"\"(?:{string.Join('|', ColumnData.Known.Lists)})\"[ \\t]*:[ \\t\\r\\n]*\\[[ \\t\\r\\n]*[{{\\]]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    );

    private static readonly Regex Text = new(
        "\"(?:text|title|subject|summary)\"[ \\t]*:",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    );

    private static readonly Regex MailHeader = new(
        "^(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Reply-To|Sender|DKIM-Signature|X-[A-Za-z-]+"
            + "|Authentication-Results|ARC-Seal|Content-Type): ",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    );

    /// <summary>The format of mails, which are not text, by the name of their file; null where it is none.</summary>
    public static IssueFormat? FindMail(string? name) =>
        Path.GetExtension(name)?.ToLowerInvariant() switch
        {
            ".eml" => IssueFormat.Eml,
            ".mbox" => IssueFormat.Mbox,
            _ => null,
        };

    /// <summary>What a text is that is a mail; null where it is none. It is read from its bytes, so somebody has to say so.</summary>
    public static string? FindMailIn(string start)
    {
        var line = LineEnds.FirstLine(start.AsSpan().TrimStart("\uFEFF\r\n"));
        if (line.StartsWith("From ") && line.Contains(':'))
            return "mbox";
        return MailHeader.IsMatch(line) ? "eml" : null;
    }

    public static IssueFormat Find(string? name, string start)
    {
        var extension = Path.GetExtension(name)?.ToLowerInvariant();
        if (extension is ".jsonl" or ".ndjson")
            return IssueFormat.Jsonl;
        var trimmed = start.AsSpan().TrimStart();
        if (trimmed.IsEmpty || trimmed[0] is not ('{' or '[') || (extension is ".csv" or ".tsv" && !IsJson(trimmed)))
            return extension == ".json" ? IssueFormat.Json : IssueFormat.Csv;
        if (trimmed[0] == '[')
            return IssueFormat.Json;

        if (Wrapper.Match(start) is { Success: true } wrapper && !Text.IsMatch(start[..wrapper.Index]))
            return IssueFormat.Json;

        // An object that goes on after its line is one of a document; a whole one a line is what most tools export.
        var lineEnd = trimmed.IndexOf('\n');
        var line = (lineEnd < 0 ? trimmed : trimmed[..lineEnd]).TrimEnd();
        return line[^1] == '}' || (lineEnd >= 0 && trimmed[(lineEnd + 1)..].TrimStart() is ['{', ..])
            ? IssueFormat.Jsonl
            : IssueFormat.Json;
    }

    // What no name of a column begins with.
    private static bool IsJson(ReadOnlySpan<char> start) => start[1..].TrimStart() is ['"', ..] or ['{', ..];
}
