using System.Runtime.CompilerServices;

namespace AutoResolve.Conditions;

/// <summary>A list or a named condition, whatever its content, and how its phrases are compared.</summary>
internal readonly struct Variant(object item, PhraseReading reading) : IEquatable<Variant>
{
    private readonly object _item = item;
    private readonly PhraseReading _reading = reading;

    public bool Equals(Variant other) => ReferenceEquals(_item, other._item) && _reading == other._reading;

    public override bool Equals(object? obj) => obj is Variant other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(_item), _reading);
}
