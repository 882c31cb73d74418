namespace AutoResolve.Words;

/// <summary>Cuts texts to what is read of them.</summary>
internal static class TextLimit
{
    /// <summary>The beginning of a text, at most so many UTF-16 units; never one half of a surrogate pair at its end.</summary>
    public static string Cut(string text, int maxLength) => text.Length <= maxLength ? text : text[..Cut(text.AsSpan(), maxLength).Length];

    /// <inheritdoc cref="Cut(string, int)"/>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var splitsPair = maxLength > 0 && char.IsHighSurrogate(text[maxLength - 1]) && char.IsLowSurrogate(text[maxLength]);
        return text[..(splitsPair ? maxLength - 1 : maxLength)];
    }
}
