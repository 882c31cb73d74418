using System.Globalization;
using AutoResolve.Cli.Output;
using AutoResolve.Journaling;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Rendering;

/// <summary>An entry of a journal on one line.</summary>
internal static class EntryLine
{
    public static string Of(JournalEntry entry)
    {
        var issue = entry.IssueId.Length > 0 ? SafeText.Line(new CaseReference(entry.Tenant, entry.IssueId).ToString()) : "-";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Sequence, 6}  {entry.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  "
                + $"{JsonOutput.Name(entry.Kind), -15}  {issue}  {SafeText.Line(EntrySentence.Of(entry))}"
        );
    }
}
