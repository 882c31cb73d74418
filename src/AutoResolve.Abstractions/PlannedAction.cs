using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>An action that a rule wants carried out, with its values filled in. Equal by value.</summary>
public sealed record PlannedAction
{
    /// <summary>The name of the handler that carries it out.</summary>
    public required string Handler { get; init; }

    /// <summary>
    /// Its parameters by name: strings, numbers (<see cref="long"/> or <see cref="double"/>), booleans, null, and lists and dictionaries of
    /// these. Default: none.
    /// </summary>
    [JsonConverter(typeof(PlainValuesConverter))]
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <inheritdoc />
    public bool Equals(PlannedAction? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Handler == other.Handler && PlainValues.AreEqual(Parameters, other.Parameters));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Handler, Parameters.Count);
}
