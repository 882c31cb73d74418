namespace AutoResolve.Json;

/// <summary>
/// A JSON value of a file that people write, with its place: for files that stand beside rules and are read as forgivingly and
/// reported on as exactly. Comments are allowed; numbers are decimal.
/// </summary>
/// <remarks>
/// <code>
/// var root = AuthoredJson.Read("map.json", File.ReadAllText("map.json"));
/// foreach (var entry in root.Properties ?? [])
///     Console.WriteLine($"{entry.Position} {entry.Key} is {entry.Value.Kind}");
/// </code>
/// </remarks>
public sealed class AuthoredJson
{
    private readonly JsonNode _node;

    private AuthoredJson(JsonNode node) => _node = node;

    /// <summary>What an author calls this kind of value: "an object", "a list", "a text", "a number", "true", "false", "null".</summary>
    public string Kind => _node.Kind;

    /// <summary>Where it begins.</summary>
    public FilePosition Position => _node.Location.Position;

    /// <summary>The value as it is written.</summary>
    public string Raw => _node.Raw;

    /// <summary>The text; null where it is none.</summary>
    public string? Text => (_node as JsonString)?.Value;

    /// <summary>The number; null where it is none.</summary>
    public decimal? Number => (_node as JsonNumber)?.Value;

    /// <summary>The properties in order, twice where a key stands twice; null where it is no object.</summary>
    public IReadOnlyList<AuthoredProperty>? Properties =>
        field ??= _node is JsonObject all
            ?
            [
                .. all.Properties.Select(property => new AuthoredProperty(
                    property.Key,
                    property.Location.Position,
                    new AuthoredJson(property.Value)
                )),
            ]
            : null;

    /// <summary>The items; null where it is no list.</summary>
    public IReadOnlyList<AuthoredJson>? Items =>
        field ??= _node is JsonArray list ? [.. list.Items.Select(item => new AuthoredJson(item))] : null;

    /// <summary>Reads a text.</summary>
    /// <param name="file">The name of its file, for places.</param>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    /// <exception cref="AuthoredJsonException">It is not JSON.</exception>
    public static AuthoredJson Read(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(file, text);
        return JsonTreeReader.Read(source, out var problem) is { } tree
            ? new AuthoredJson(tree.Root)
            : throw new AuthoredJsonException(problem!.Message, source.Locate(problem.Offset, problem.Path).Position);
    }
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Position">Where the key stands.</param>
/// <param name="Value">The value.</param>
public sealed record AuthoredProperty(string Key, FilePosition Position, AuthoredJson Value);

/// <summary>A text is not JSON. The message says what is wrong with it and what to do, without its place.</summary>
public sealed class AuthoredJsonException : Exception
{
    internal AuthoredJsonException(string message, FilePosition position)
        : base(message) => Position = position;

    /// <summary>Where it goes wrong.</summary>
    public FilePosition Position { get; }
}
