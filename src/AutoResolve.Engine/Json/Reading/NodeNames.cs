namespace AutoResolve.Json.Reading;

/// <summary>How messages call a value: by its key, or as an entry of the list it stands in.</summary>
internal static class NodeNames
{
    public static string Name(this JsonNode node)
    {
        var path = node.Path;
        if (path.Key is { } key)
            return JsonQuote.Short(key);
        if (path.Parent is null)
            return "the file";
        return path.Parent.Key is { } list ? $"each entry of {JsonQuote.Short(list)}" : "each entry of this list";
    }

    /// <summary>The name with a capital, for the start of a sentence.</summary>
    public static string Subject(this JsonNode node)
    {
        var name = node.Name();
        return name[0] == '\'' ? name : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
