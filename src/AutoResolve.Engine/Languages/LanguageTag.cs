namespace AutoResolve.Languages;

/// <summary>Tags of languages, as an issue brings them and as they are told.</summary>
internal static class LanguageTag
{
    // The longest that RFC 5646 lets software cut tags to.
    private const int MaxLength = 35;

    // One of each: most issues are in one of few languages.
    private static readonly IssueLanguage[] Known =
    [
        .. LanguageTable
            .Instance.Tags.Concat(Script.All.Select(script => script.Tag))
            .Distinct()
            .Select(tag => new IssueLanguage(tag, IsRead: true)),
    ];

    /// <summary>The language of a locale, which may be anything; null where it names none.</summary>
    public static IssueLanguage? Given(string? locale)
    {
        var tag = locale.AsSpan().Trim();
        var primary = Primary(tag);
        if (tag.Length > MaxLength || primary.Length is < 2 or > 3)
            return null;
        foreach (var letter in tag)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_'))
                return null;
        }

        foreach (var letter in primary)
        {
            if (!char.IsAsciiLetter(letter))
                return null;
        }

        return new IssueLanguage(tag.Length == locale!.Length ? locale : tag.ToString(), IsRead: false);
    }

    /// <summary>A language that a text is in.</summary>
    public static IssueLanguage? Read(string? tag)
    {
        if (tag is null)
            return null;
        foreach (var known in Known)
        {
            if (known.Tag == tag)
                return known;
        }

        return null;
    }

    /// <summary>The language without region and script: <c>es</c> of <c>es-MX</c>.</summary>
    public static ReadOnlySpan<char> Primary(ReadOnlySpan<char> tag)
    {
        var trimmed = tag.Trim();
        return trimmed.IndexOfAny('-', '_') is var end and >= 0 ? trimmed[..end] : trimmed;
    }
}
