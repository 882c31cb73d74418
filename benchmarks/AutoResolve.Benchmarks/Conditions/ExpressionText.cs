namespace AutoResolve.Benchmarks.Conditions;

/// <summary>Parts of lambda expressions.</summary>
internal static class ExpressionText
{
    public static string Join(string sign, IEnumerable<string> parts) => $"({string.Join(sign, parts)})";

    public static string Contains(string text, string value) => $"{text}.Contains({Quote(value)}, StringComparison.OrdinalIgnoreCase)";

    public static string Field(string name) => $"IssueFieldValues.Of(issue, {Quote(name)})";

    public static string Quote(string value) =>
        '"' + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
