using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>An action that a rule wants carried out, with its values filled in. Equal by value.</summary>
public sealed record PlannedAction
{
    /// <summary>The name of the handler that carries it out.</summary>
    public required string Handler { get; init; }

    /// <summary>
    /// Its parameters by name: strings, numbers (<see cref="long"/> or <see cref="double"/>), booleans, null, and lists and dictionaries of
    /// these. Numbers of other types are made into one of the two. Null is read as empty. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">A value is of another type.</exception>
    [JsonConverter(typeof(PlainValuesConverter))]
    public IReadOnlyDictionary<string, object?> Parameters
    {
        get;
        init => field = PlainMap.Of(value);
    } = PlainMap.Empty;
}
