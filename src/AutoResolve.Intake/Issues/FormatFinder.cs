using System.Text.RegularExpressions;

namespace AutoResolve.Intake.Issues;

/// <summary>Finds out how issues are written.</summary>
internal static partial class FormatFinder
{
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
        var lines = start.AsSpan().TrimStart("\uFEFF\r\n").EnumerateLines();
        if (!lines.MoveNext())
            return null;
        if (lines.Current.StartsWith("From ") && lines.Current.Contains(':'))
            return "mbox";
        return MailHeader().IsMatch(lines.Current) ? "eml" : null;
    }

    public static IssueFormat Find(string? name, string start)
    {
        switch (Path.GetExtension(name)?.ToLowerInvariant())
        {
            case ".jsonl" or ".ndjson":
                return IssueFormat.Jsonl;
            case ".csv" or ".tsv":
                return IssueFormat.Csv;
        }

        var trimmed = start.AsSpan().TrimStart();
        if (trimmed.IsEmpty || trimmed[0] is not ('{' or '['))
            return name is not null && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? IssueFormat.Json : IssueFormat.Csv;
        if (trimmed[0] == '[')
            return IssueFormat.Json;

        // An object that goes on after its line is one of a document; a whole one a line is what most tools export.
        var lineEnd = trimmed.IndexOf('\n');
        var line = (lineEnd < 0 ? trimmed : trimmed[..lineEnd]).TrimEnd();
        return line[^1] == '}' || (lineEnd >= 0 && trimmed[(lineEnd + 1)..].TrimStart() is ['{', ..])
            ? IssueFormat.Jsonl
            : IssueFormat.Json;
    }

    [GeneratedRegex(
        "^(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Reply-To|Sender|DKIM-Signature|X-[A-Za-z-]+"
            + "|Authentication-Results|ARC-Seal|Content-Type): ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex MailHeader();
}
