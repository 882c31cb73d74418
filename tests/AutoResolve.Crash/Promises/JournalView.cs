using System.Text.Json;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>The journal as it tells its story to whoever reads it: nothing of the library's own reading is used.</summary>
internal sealed class JournalView
{
    private readonly Dictionary<string, JournalEntry> _byKey;
    private readonly ILookup<string, JournalEntry> _closing;

    public JournalView(IReadOnlyList<JournalEntry> entries)
    {
        Entries = entries;
        ByCase = entries.ToLookup(CaseOf);
        _byKey = entries.Where(entry => entry.Key is not null).DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key!);
        _closing = entries.Where(entry => entry.Closes is not null).ToLookup(entry => entry.Closes!);
        Decisions = [.. entries.Where(entry => entry.Kind == JournalEntryKind.Decision).Select(DecisionView.Of)];
        Intents = [.. entries.Where(entry => entry.Kind == JournalEntryKind.Intent)];
    }

    public IReadOnlyList<JournalEntry> Entries { get; }

    public ILookup<string, JournalEntry> ByCase { get; }

    public IReadOnlyList<DecisionView> Decisions { get; }

    public IReadOnlyList<JournalEntry> Intents { get; }

    public static string CaseOf(JournalEntry entry) => new CaseReference(entry.Tenant, entry.IssueId).ToString();

    /// <summary>The last part of an entry's key is the key that its handler was given.</summary>
    public static string EffectOf(JournalEntry entry) => entry.Key![(entry.Key!.LastIndexOf('/') + 1)..];

    public JournalEntry? Find(string? key) => key is not null && _byKey.TryGetValue(key, out var entry) ? entry : null;

    /// <summary>The entry that finishes another.</summary>
    public JournalEntry? EndOf(JournalEntry entry) => entry.Key is { } key ? _closing[key].FirstOrDefault() : null;

    /// <summary>The key of the decision that an intent, a result, a request or an approval is about.</summary>
    public static string DecisionOf(JournalEntry entry) => Text(entry, "decision")!;

    public static string HandlerOf(JournalEntry entry) => Text(entry, "handler")!;

    /// <summary>The id of the turn of an entry that is about one; null where it is about the issue itself.</summary>
    public static string? TurnOf(JournalEntry entry)
    {
        using var content = JsonDocument.Parse(entry.Content);
        return content.RootElement.TryGetProperty("turn", out var turn) ? turn.GetProperty("id").GetString() : null;
    }

    /// <summary>A value of an entry's content; null where it has none.</summary>
    public static string? Text(JournalEntry entry, string name)
    {
        using var content = JsonDocument.Parse(entry.Content);
        return content.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
