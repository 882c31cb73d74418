using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AutoResolve;

/// <summary>
/// Fields by name, ignoring case. It never changes, and equals any other of the same names and values, so that a record that holds it is
/// equal by value.
/// </summary>
internal sealed class ValueMap : IReadOnlyDictionary<string, string>
{
    public static readonly ValueMap Empty = new([]);

    private readonly Dictionary<string, string> _values;

    private ValueMap(Dictionary<string, string> values) => (_values, Pairs) = (values, [.. values]);

    /// <summary>What it holds, for matching, which must not allocate to enumerate.</summary>
    public KeyValuePair<string, string>[] Pairs { get; }

    public int Count => _values.Count;

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<string> Values => _values.Values;

    public string this[string key] => _values[key];

    // A caller's dictionary may be case-sensitive and hold "OS" and "os"; the ordinally first name wins, so that the order
    // in which the caller added them does not matter.
    /// <summary>A copy without null values; null is read as empty.</summary>
    public static ValueMap Of(IReadOnlyDictionary<string, string>? fields)
    {
        if (fields is null or { Count: 0 })
            return Empty;
        if (fields is ValueMap map)
            return map;
        var copy = new Dictionary<string, string>(fields.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (value is not null)
                copy.TryAdd(name, value);
        }

        return new ValueMap(copy);
    }

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) =>
        obj is ValueMap other
        && Count == other.Count
        && Array.TrueForAll(Pairs, pair => other.TryGetValue(pair.Key, out var value) && value == pair.Value);

    // Whatever the order.
    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var (name, value) in Pairs)
            hash += HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(name), value);
        return hash;
    }

    // What it holds may be about a person.
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
