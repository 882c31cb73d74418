namespace AutoResolve.Journaling;

/// <summary>How many entries of a kind and label there are.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Label">The label.</param>
/// <param name="Count">How many.</param>
public readonly record struct JournalCount(JournalEntryKind Kind, string Label, long Count);
