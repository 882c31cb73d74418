namespace AutoResolve.Matching;

/// <summary>
/// Whether a machine sent a message, by the mail headers among the issue's fields: RFC 3834 (Auto-Submitted), RFC 2919 (List-Id), RFC
/// 5321 section 4.5.5 (the empty Return-Path of
/// bounces), and the older conventions Precedence and X-Auto-Response-Suppress. What answers such a message makes a loop.
/// </summary>
internal static class AutoSubmittedMail
{
    private static readonly string[] BulkPrecedences = ["bulk", "junk", "list", "auto_reply"];
    private static readonly string[] Suppressed = ["all", "autoreply"];

    /// <returns>The header that says so; null where a person wrote, as far as one can tell.</returns>
    public static string? HeaderOf(Issue issue)
    {
        foreach (var (name, value) in issue.FieldsAsSpan())
        {
            if (Says(name, value.AsSpan().Trim()))
                return name;
        }

        return null;
    }

    /// <inheritdoc cref="HeaderOf(Issue)"/>
    public static string? HeaderOf(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.Count == 0)
            return null;
        foreach (var (name, value) in fields)
        {
            if (Says(name, value.AsSpan().Trim()))
                return name;
        }

        return null;
    }

    private static bool Says(string name, ReadOnlySpan<char> value) =>
        name.ToUpperInvariant() switch
        {
            "AUTO-SUBMITTED" => value.Length > 0 && !Until(value, ';').Equals("no", StringComparison.OrdinalIgnoreCase),
            "PRECEDENCE" => IsOneOf(value, BulkPrecedences),
            "X-AUTO-RESPONSE-SUPPRESS" => AnyIsOneOf(value, Suppressed),
            "LIST-ID" => value.Length > 0,
            "RETURN-PATH" => value is "<>",
            _ => false,
        };

    private static bool AnyIsOneOf(ReadOnlySpan<char> list, string[] words)
    {
        foreach (var range in list.Split(','))
        {
            if (IsOneOf(list[range].Trim(), words))
                return true;
        }

        return false;
    }

    private static bool IsOneOf(ReadOnlySpan<char> value, string[] words)
    {
        foreach (var word in words)
        {
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> value, char end) =>
        value.IndexOf(end) is var place and >= 0 ? value[..place].TrimEnd() : value;
}
