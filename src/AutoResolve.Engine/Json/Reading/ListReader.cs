using System.Globalization;

namespace AutoResolve.Json.Reading;

/// <summary>Reads lists. Broken entries are reported and left out.</summary>
internal sealed class ListReader(ValueReader values, Problems problems)
{
    /// <returns>The sound entries; empty where there is no value or it is no list.</returns>
    public IReadOnlyList<T> Of<T>(JsonNode? node, Func<JsonNode, T?> read, int least = 1)
        where T : class => Read(node, read, isOfTexts: false, least);

    /// <summary>Entries that are texts, or objects where more is to be said.</summary>
    public IReadOnlyList<T> TextsOrObjects<T>(JsonNode? node, Func<JsonNode, T?> read)
        where T : class => Read(node, read, isOfTexts: true, least: 1);

    /// <summary>Texts with something in them.</summary>
    public IReadOnlyList<Located<string>> Texts(JsonNode? node, int least = 1) => Texts(node, values.Text, least);

    public IReadOnlyList<Located<string>> Texts(JsonNode? node, Func<JsonNode, Located<string>?> read, int least = 1)
    {
        var items = Items(node, isOfTexts: true, least);
        if (items.Length == 0)
            return [];
        var texts = new List<Located<string>>(items.Length);
        foreach (var item in items)
        {
            if (problems.AreTooMany)
                break;
            if (read(item) is { } text)
                texts.Add(text);
        }

        return texts;
    }

    /// <summary>The same without their places.</summary>
    public IReadOnlyList<string> Values(JsonNode? node) => ValuesOf(Texts(node));

    /// <summary>Texts without their places.</summary>
    public static IReadOnlyList<string> ValuesOf(IReadOnlyList<Located<string>> texts) =>
        texts.Count == 0 ? [] : [.. texts.Select(text => text.Value)];

    /// <summary>One text, or a list of them.</summary>
    public IReadOnlyList<Located<string>> TextOrTexts(JsonNode? node, Func<JsonNode, Located<string>?> read)
    {
        if (node is null or JsonArray)
            return Texts(node, read);
        return read(node) is { } text ? [text] : [];
    }

    private T[] Read<T>(JsonNode? node, Func<JsonNode, T?> read, bool isOfTexts, int least)
        where T : class
    {
        var items = Items(node, isOfTexts, least);
        if (items.Length == 0)
            return [];
        var (entries, count) = (new T[items.Length], 0);
        foreach (var item in items)
        {
            if (problems.AreTooMany)
                break;
            if (read(item) is { } entry)
                entries[count++] = entry;
        }

        Array.Resize(ref entries, count);
        return entries;
    }

    private JsonNode[] Items(JsonNode? node, bool isOfTexts, int least)
    {
        if (node is null)
            return [];
        if (node is not JsonArray list)
        {
            var couldBeEntry = isOfTexts ? node is JsonString : node is JsonObject;
            var shown = node.Raw.Length <= 60 && LineEnds.IndexIn(node.Raw) < 0 ? node.Raw : "…";
            var cure = couldBeEntry ? $": put it in brackets: [{shown}]" : "";
            problems.Add(
                node,
                ReadingCodes.WrongKind,
                $"{node.Subject()} must be a list{(isOfTexts ? " of texts" : "")}, not {node.Kind}{cure}."
            );
            return [];
        }

        if (list.Items.Length < least)
        {
            problems.Add(
                node,
                ReadingCodes.ListTooShort,
                list.Items.Length == 0
                    ? $"{node.Subject()} is an empty list: add an entry, or remove it."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{node.Subject()} needs at least {least} entries; it has {list.Items.Length}."
                    )
            );
        }

        return list.Items;
    }
}
