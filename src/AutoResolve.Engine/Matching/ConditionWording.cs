namespace AutoResolve.Matching;

/// <summary>How conditions are put in words.</summary>
internal static class ConditionWording
{
    private const int MaxNamed = 8;

    public static string List(IEnumerable<string> values) => Join(values, ", ");

    public static string Alternatives(IEnumerable<string> values) => Join(values, " or ");

    private static string Join(IEnumerable<string> values, string separator)
    {
        var all = values.ToList();
        var named = string.Join(separator, all.Take(MaxNamed).Select(value => $"\"{value}\""));
        return all.Count > MaxNamed ? $"{named}, … ({all.Count - MaxNamed} more)" : named;
    }
}
