using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>All that a journal keeps of a case.</summary>
/// <param name="Conversation">The case from the first message to where it stands.</param>
/// <param name="Record">Its row; null where the journal has none.</param>
/// <param name="Entries">Its entries, in the order of writing.</param>
public sealed record CaseExport(CaseConversation Conversation, CaseRecord? Record, IReadOnlyList<JournalEntry> Entries);
