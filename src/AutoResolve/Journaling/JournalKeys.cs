using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AutoResolve.Journaling;

/// <summary>The keys of journal entries. One is in use once in the whole journal, which is what keeps anything from being done twice.</summary>
internal static class JournalKeys
{
    /// <summary>The same for each delivery of an issue with the same content.</summary>
    public static string Decision(Issue issue)
    {
        var content = new StringBuilder();
        foreach (var part in new[] { issue.Id, issue.Text, issue.Title, issue.Channel, issue.Product, issue.Locale, issue.Tenant, issue.Requester, issue.ReceivedAt?.ToString("O", CultureInfo.InvariantCulture) })
            Append(content, part);
        foreach (var (name, value) in issue.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Append(content, name);
            Append(content, value);
        }

        foreach (var step in issue.Tried)
            Append(content, step);
        return $"decision/{Hash(content.ToString())}";
    }

    /// <summary>The idempotency key of an action: the same for the same issue, rule, version and place in the rule.</summary>
    public static string Action(string issueId, RuleReference rule, int index) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"{issueId}\n{rule.Id}\n{rule.Version}\n{index}"));

    public static string Intent(string action) => $"intent/{action}";

    public static string Result(string action) => $"result/{action}";

    public static string UndoIntent(string action) => $"undo/{action}";

    public static string UndoResult(string action) => $"undone/{action}";

    public static string Disposition(string decision) => $"disposition/{decision}";

    public static string ApprovalRequest(string action) => $"approval-request/{action}";

    public static string Approval(string action) => $"approval/{action}";

    /// <summary>A name for what a once-per window counts, in which no requester can be read.</summary>
    public static string Group(string oncePer) => $"once/{Hash(oncePer)}";

    private static void Append(StringBuilder content, string? part) => content.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}\n");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
