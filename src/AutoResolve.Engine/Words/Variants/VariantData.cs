using System.Collections.Frozen;
using System.Text.Json;

namespace AutoResolve.Words.Variants;

/// <summary>What variants.json holds, embedded in the assembly.</summary>
internal static class VariantData
{
    private const string Resource = "variants.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The languages, by their primary subtags.</summary>
    public static readonly FrozenDictionary<string, VariantLanguage> Languages = Read();

    /// <summary>The folded words of an entry.</summary>
    public static string[] Words(string entry) => [.. Tokenizer.Read(entry).Select(word => word.Folded)];

    /// <summary>The same as a set.</summary>
    public static FrozenSet<string> Set(string entry) => Words(entry).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>By word, all that it finds by its lines.</summary>
    public static FrozenDictionary<string, string[]> Group(IEnumerable<string> lines) =>
        lines
            .SelectMany(Pairs)
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(pair => pair.Value).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal
            );

    /// <summary>Whether a line says what one finds by the other, and not the other way round.</summary>
    public static bool IsDirected(string line) => line.Contains('>', StringComparison.Ordinal);

    /// <summary>The words that a line says something of.</summary>
    public static string[] Finding(string line) => Words(line.Split('>')[0]);

    private static IEnumerable<KeyValuePair<string, string[]>> Pairs(string line)
    {
        var found = Words(line.Split('>')[^1]);
        return Finding(line).Select(word => KeyValuePair.Create(word, found));
    }

    private static FrozenDictionary<string, VariantLanguage> Read()
    {
        using var stream = typeof(VariantData).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, VariantLanguage>>(stream, Options)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
