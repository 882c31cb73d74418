using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>What stands in the place of what an entry said, where that was erased.</summary>
internal static class ErasedContent
{
    private const string Content = """{"erased":true}""";

    public static bool IsOf(JournalEntry entry) => entry.Content == Content;
}
