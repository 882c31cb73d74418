using System.Collections;

namespace AutoResolve;

/// <summary>Compares the values of actions: texts, numbers, booleans, null, and lists and dictionaries of these.</summary>
internal static class PlainValues
{
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (IReadOnlyDictionary<string, object?> one, IReadOnlyDictionary<string, object?> other) => AreEqual(one, other),
        (string one, string other) => one == other,
        (not string and IEnumerable one, not string and IEnumerable other) => AreEqual(one, other),
        (double one, long other) => one == other,
        (long one, double other) => one == other,
        _ => Equals(left, right),
    };

    private static bool AreEqual(IReadOnlyDictionary<string, object?> left, IReadOnlyDictionary<string, object?> right)
    {
        if (left.Count != right.Count)
            return false;
        foreach (var (name, value) in left)
        {
            if (!right.TryGetValue(name, out var other) || !AreEqual(value, other))
                return false;
        }

        return true;
    }

    private static bool AreEqual(IEnumerable left, IEnumerable right)
    {
        var (ones, others) = (left.GetEnumerator(), right.GetEnumerator());
        while (ones.MoveNext())
        {
            if (!others.MoveNext() || !AreEqual(ones.Current, others.Current))
                return false;
        }

        return !others.MoveNext();
    }
}
