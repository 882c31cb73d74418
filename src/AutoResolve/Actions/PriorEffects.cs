using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>
/// What the journal knows of the effects of a decision from before: of a host that ended, or of an action that waited for approval.
/// </summary>
internal sealed class PriorEffects
{
    public static readonly PriorEffects None = new([]);

    private readonly Dictionary<string, JournalEntry> _byKey;
    private readonly HashSet<string> _closed;

    /// <param name="entries">All entries of the case.</param>
    public PriorEffects(IReadOnlyList<JournalEntry> entries)
    {
        _byKey = entries.Where(entry => entry.Key is not null).ToDictionary(entry => entry.Key!, StringComparer.Ordinal);
        _closed = entries.Select(entry => entry.Closes).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What was begun for a decision and has not ended.</summary>
    public IEnumerable<(JournalEntry Intent, ActionContent Content)> Open(string decision) =>
        _byKey
            .Values.Where(entry => entry.Kind == JournalEntryKind.Intent && !_closed.Contains(entry.Key!))
            .Select(entry => (Intent: entry, Content: JournalJson.TryRead<ActionContent>(entry)!))
            .Where(begun => begun.Content?.Decision == decision)
            .OrderBy(begun => begun.Intent.Sequence);

    /// <summary>How an effect ended; null where it has not.</summary>
    public ActionReport? FindEnd(ActionReport report) =>
        Find(JournalKeys.UndoResult(report.Key), report) ?? Find(JournalKeys.Result(report.Key), report);

    /// <summary>What its handler said after its time limit; null where nothing.</summary>
    public ActionReport? FindLate(ActionReport report) => Find(JournalKeys.Late(report.Key), report);

    public bool IsBegun(string effect) => _byKey.ContainsKey(JournalKeys.Intent(effect));

    /// <summary>Whether an entry was written.</summary>
    public bool Has(string key) => _byKey.ContainsKey(key);

    public bool IsRequested(string effect) => _byKey.ContainsKey(JournalKeys.ApprovalRequest(effect));

    /// <summary>Until when an effect can be approved; null where that was not asked for.</summary>
    public DateTimeOffset? RequestedUntil(string effect) =>
        _byKey.TryGetValue(JournalKeys.ApprovalRequest(effect), out var entry) ? JournalJson.TryRead<ActionContent>(entry)?.Until : null;

    public bool IsUndoBegun(string effect) => _byKey.ContainsKey(JournalKeys.UndoIntent(effect));

    private ActionReport? Find(string key, ActionReport report)
    {
        if (!_byKey.TryGetValue(key, out var entry))
            return null;
        var content = JournalJson.TryRead<ActionContent>(entry);
        return report with
        {
            State = JournalLabel.Read(entry.Label, ActionState.InDoubt),
            Message = content?.Message,
            Attempts = content?.Attempts ?? 0,
            Elapsed = TimeSpan.FromMilliseconds(content?.Milliseconds ?? 0),
        };
    }
}
