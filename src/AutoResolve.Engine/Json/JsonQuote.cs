namespace AutoResolve.Json;

/// <summary>Quotes text of a rule file inside a message.</summary>
internal static class JsonQuote
{
    private const int Longest = 60;

    /// <summary>The text in single quotes, on one line, cut where it is long.</summary>
    public static string Short(string text)
    {
        var cut = text.Length <= Longest ? text : Start(text) + "…";
        return $"'{string.Concat(cut.Select(c => char.IsControl(c) ? ' ' : c))}'";
    }

    private static string Start(string text) => text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
}
