using System.Globalization;
using AutoResolve.Journaling;
using AutoResolve.Reading;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Rendering;

/// <summary>A case of which turns wait, or whose time has passed.</summary>
internal static class WaitingCase
{
    public static string Line(WaitingTurns waiting) =>
        Line(
            waiting.Case,
            waiting.Due,
            "turn",
            waiting.IsKnown ? "turns have waited to be decided since then" : "turns wait for their case until then"
        );

    public static string Line(OverdueCase overdue) =>
        Line(
            overdue.Case,
            overdue.Due,
            "overdue",
            overdue.Case.Owner == CaseOwner.Customer ? "the customer could answer until then" : "it was to be taken up then"
        );

    public static JObject Json(CaseRecord record, DateTimeOffset due) =>
        new()
        {
            ["tenant"] = record.Reference.Tenant,
            ["issueId"] = record.Reference.IssueId,
            ["dueFor"] = record.DueFor,
            ["due"] = due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };

    private static string Line(CaseRecord record, DateTimeOffset due, string what, string why) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"        {due.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {what, -15}  {SafeText.Line(record.Reference.ToString())}  {why}"
        );
}
