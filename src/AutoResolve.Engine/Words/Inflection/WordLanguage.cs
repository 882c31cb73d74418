namespace AutoResolve.Words.Inflection;

/// <summary>The language of words, as what comes first in a language tag.</summary>
internal static class WordLanguage
{
    public const string English = "en";
    public const string German = "de";

    /// <summary>What comes first in a tag, in small letters: <c>es</c> of <c>es-MX</c>. BCP 47 is sometimes written with an
    /// underscore.</summary>
    public static string Of(string tag)
    {
        var primary = PrimaryOf(tag);
        return primary.Equals(English, StringComparison.OrdinalIgnoreCase) ? English : primary.ToString().ToLowerInvariant();
    }

    /// <summary>The same as it is written.</summary>
    public static ReadOnlySpan<char> PrimaryOf(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny('-', '_');
        return end < 0 ? tag : tag[..end];
    }
}
