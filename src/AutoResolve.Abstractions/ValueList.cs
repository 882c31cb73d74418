using System.Collections;
using System.Globalization;

namespace AutoResolve;

/// <summary>A list that never changes and equals any other of the same content, so that a record that holds it is equal by value.</summary>
internal sealed class ValueList<T> : IReadOnlyList<T>
{
    public static readonly ValueList<T> Empty = new([]);

    private readonly T[] _items;

    private ValueList(T[] items) => _items = items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    /// <summary>A copy, so that nobody can change it from outside; null is read as empty.</summary>
    public static ValueList<T> Of(IReadOnlyList<T>? items) =>
        items switch
        {
            null or { Count: 0 } => Empty,
            ValueList<T> list => list,
            _ => new ValueList<T>([.. items]),
        };

    /// <summary>A copy without what is null; null is read as empty.</summary>
    public static ValueList<T> WithoutNulls(IReadOnlyList<T>? items) =>
        items is null or ValueList<T> ? Of(items) : Of(items.Where(item => item is not null).ToArray());

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is ValueList<T> other && _items.AsSpan().SequenceEqual(other._items);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    // What it holds may be about a person.
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
