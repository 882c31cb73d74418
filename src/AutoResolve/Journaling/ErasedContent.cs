namespace AutoResolve.Journaling;

/// <summary>What stands in the place of what an entry said, where that was erased.</summary>
internal static class ErasedContent
{
    /// <summary>The content. The schemas of the journals know it, too: no other change of an entry passes.</summary>
    public const string Content = """{"erased":true}""";

    /// <summary>The label of the note that says who erased, which stays.</summary>
    public const string Label = "erased";

    public static bool IsOf(JournalEntry entry) => entry.Content == Content;

    public static bool IsNote(JournalEntry entry) => entry is { Kind: JournalEntryKind.Note, Label: Label };
}
