using System.Text.Json;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>A decision as its entry tells it to whoever reads the journal.</summary>
internal sealed record DecisionView
{
    public required JournalEntry Entry { get; init; }

    /// <summary>What it was decided by: the version of the issue, and the ids of turns.</summary>
    public required IReadOnlySet<string> State { get; init; }

    /// <summary>What it was the first to hear.</summary>
    public required IReadOnlyList<string> First { get; init; }

    /// <summary>The keys of its actions.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    public static DecisionView Of(JournalEntry entry)
    {
        using var content = JsonDocument.Parse(entry.Content);
        var root = content.RootElement;
        var issue = root.GetProperty("issue");
        var version = issue.TryGetProperty("text", out var text) ? text.GetString()!.Split(' ')[0] : "";
        List<string> first = [.. ListOf(root, "newTurns").Select(id => id.GetString()!)];
        return new DecisionView
        {
            Entry = entry,
            State = ListOf(issue, "turns").Select(turn => turn.GetProperty("id").GetString()!).Append(version).ToHashSet(),
            First = first.Count == 0 ? [version] : first,
            Actions = [.. ListOf(root, "actions").Select(action => action.GetProperty("key").GetString()!)],
        };
    }

    // What is empty is left out.
    private static JsonElement.ArrayEnumerator ListOf(JsonElement from, string name) =>
        from.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;
}
