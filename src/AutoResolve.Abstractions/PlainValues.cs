using System.Collections;
using System.Text.Json;

namespace AutoResolve;

/// <summary>
/// The values of actions, each in one form: texts, whole numbers (<see cref="long"/>), other numbers (<see cref="double"/>), booleans,
/// null,
/// and lists and maps of these.
/// </summary>
internal static class PlainValues
{
    /// <summary>A value in its form.</summary>
    /// <exception cref="ArgumentException">It is none that an action may have.</exception>
    public static object? Of(object? value) =>
        value switch
        {
            null or string or bool or long or double or PlainMap or ValueList<object?> => value,
            sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, null),
            ulong number => number <= long.MaxValue ? (long)number : (object)(double)number,
            float number => (double)number,
            decimal number => decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue
                ? (long)number
                : (object)(double)number,
            JsonElement element => Of(element),
            IReadOnlyDictionary<string, object?> map => PlainMap.Of(map),
            IEnumerable list => ValueList<object?>.Of([.. list.Cast<object?>().Select(Of)]),
            _ => throw new ArgumentException(
                $"The parameters of an action are strings, numbers, booleans, null, and lists and dictionaries of "
                    + $"these, and none is a {value.GetType()}."
            ),
        };

    public static object? Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => ValueList<object?>.Of([.. element.EnumerateArray().Select(Of)]),
            JsonValueKind.Object => MapOf(element),
            _ => null,
        };

    /// <summary>The values of a JSON object; of those with one name the last.</summary>
    public static PlainMap MapOf(JsonElement element)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
            values[property.Name] = Of(property.Value);
        return new PlainMap(values);
    }

    /// <summary>Whether two values in their forms are the same. JSON has one kind of number, so that 3.0 is 3.</summary>
    public static bool AreEqual(object? left, object? right) =>
        (left, right) switch
        {
            (double one, long other) => one == other,
            (long one, double other) => one == other,
            (ValueList<object?> one, ValueList<object?> other) => one.Count == other.Count
                && !one.Where((item, at) => !AreEqual(item, other[at])).Any(),
            _ => Equals(left, right),
        };
}
