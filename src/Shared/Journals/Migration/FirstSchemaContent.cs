using System.Text.Json;
using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals.Migration;

/// <summary>What of the content of an entry of the first schema the columns of the second say.</summary>
/// <param name="Tenant">The tenant of a decision's issue; null where none is named.</param>
/// <param name="Requester">Who asked.</param>
/// <param name="Team">The team of a decision.</param>
/// <param name="Decision">The key of the decision that it is about.</param>
internal readonly record struct FirstSchemaContent(string? Tenant, string? Requester, string? Team, string? Decision)
{
    public static FirstSchemaContent Of(EntryRow entry)
    {
        try
        {
            using var document = JsonDocument.Parse(entry.Content);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return default;
            if ((JournalEntryKind)entry.Kind != JournalEntryKind.Decision)
                return new FirstSchemaContent(null, null, null, TextIn(root, "decision") ?? entry.Closes);
            return root.TryGetProperty("issue", out var issue) && issue.ValueKind == JsonValueKind.Object
                ? new FirstSchemaContent(TextIn(issue, "tenant"), TextIn(issue, "requester"), TextIn(root, "team"), null)
                : default;
        }
        catch (JsonException)
        {
            return new FirstSchemaContent(null, null, null, entry.Closes);
        }
    }

    private static string? TextIn(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
