using System.Collections;
using System.Globalization;

namespace AutoResolve;

/// <summary>
/// Values of an action by name, see <see cref="PlainValues"/>. It never changes, and equals any other of the same names and values.
/// </summary>
internal sealed class PlainMap : IReadOnlyDictionary<string, object?>
{
    public static readonly PlainMap Empty = new([]);

    private readonly Dictionary<string, object?> _values;

    /// <param name="values">Plain values by name, compared as they are. They are the map's from now on.</param>
    public PlainMap(Dictionary<string, object?> values) => _values = values;

    public int Count => _values.Count;

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<object?> Values => _values.Values;

    public object? this[string key] => _values[key];

    /// <summary>A copy with all values as plain ones; null is read as empty.</summary>
    /// <exception cref="ArgumentException">A value is none that an action may have.</exception>
    public static PlainMap Of(IReadOnlyDictionary<string, object?>? values) =>
        values switch
        {
            null or { Count: 0 } => Empty,
            PlainMap map => map,
            _ => new PlainMap(values.ToDictionary(pair => pair.Key, pair => PlainValues.Of(pair.Value), StringComparer.Ordinal)),
        };

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, out object? value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj)
    {
        if (obj is not PlainMap other || Count != other.Count)
            return false;
        foreach (var (name, value) in _values)
        {
            if (!other.TryGetValue(name, out var counterpart) || !PlainValues.AreEqual(value, counterpart))
                return false;
        }

        return true;
    }

    // By the names alone: numbers of two types may be equal.
    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var name in _values.Keys)
            hash += string.GetHashCode(name, StringComparison.Ordinal);
        return hash;
    }

    // What it holds may be about a person.
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
