using System.Text.Json;
using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals.Migration;

/// <summary>
/// Keys the hashes of the first schema. They were made of what people wrote and nothing else, so that it could be computed back from them.
/// </summary>
internal sealed class FirstSchemaKeys(JournalSecret secret)
{
    private const int Length = 32;

    // What stands behind these is no hash: the ids of rules, which people choose.
    private static readonly string[] WithoutHash = ["demotion/", "promotion/", "recovered/", "unreadable/"];

    /// <summary>An entry with its hashes keyed, in its keys, its group and wherever they stand in its content.</summary>
    public EntryRow Convert(EntryRow entry)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        Find(entry.Key, hashes);
        Find(entry.Closes, hashes);
        Find(entry.Group, hashes);
        FindInContent(entry.Content, hashes);
        foreach (var hash in hashes)
        {
            var keyed = secret.Key(hash);
            entry.Key = entry.Key?.Replace(hash, keyed, StringComparison.Ordinal);
            entry.Closes = entry.Closes?.Replace(hash, keyed, StringComparison.Ordinal);
            entry.Group = entry.Group?.Replace(hash, keyed, StringComparison.Ordinal);
            entry.Content = entry.Content.Replace(hash, keyed, StringComparison.Ordinal);
        }

        return entry;
    }

    private static void Find(string? key, HashSet<string> hashes)
    {
        if (key is not null && !Array.Exists(WithoutHash, prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            FindAll(key, hashes);
    }

    private static void FindInContent(string content, HashSet<string> hashes)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return;
            FindIn(root, "key", hashes);
            FindIn(root, "decision", hashes);
            if (root.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array)
            {
                foreach (var action in actions.EnumerateArray())
                    FindIn(action, "key", hashes);
            }
        }
        catch (JsonException)
        {
            // Damaged: what looks like a hash may be one.
            FindAll(content, hashes);
        }
    }

    private static void FindIn(JsonElement element, string name, HashSet<string> hashes)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            Find(value.GetString(), hashes);
    }

    private static void FindAll(string text, HashSet<string> hashes)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && char.IsAsciiHexDigitLower(text[end]))
                end++;
            if (end - start == Length)
                hashes.Add(text[start..end]);
            start = end + 1;
        }
    }
}
