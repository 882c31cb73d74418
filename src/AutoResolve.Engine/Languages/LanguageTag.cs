using System.Collections.Frozen;

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

    // What says that no language is known, that there are several, or that there is none.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoLanguage = FrozenSet
        .ToFrozenSet(["und", "mul", "mis", "zxx"], StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language of a locale, which may be anything; null where it names none.</summary>
    public static IssueLanguage? Given(string? locale)
    {
        var tag = NamedBy(locale);
        if (tag.IsEmpty)
            return null;
        return new IssueLanguage(tag.Length == locale!.Length ? locale : tag.ToString(), IsRead: false);
    }

    /// <summary>The tag in a locale, which may be anything; empty where it names no language.</summary>
    public static ReadOnlySpan<char> NamedBy(string? locale)
    {
        var tag = TagOf(locale);
        return IsTag(tag) && !SaysNone(tag) ? tag : [];
    }

    /// <summary>Whether a locale is there and is no language tag, such as "English".</summary>
    public static bool IsNone(string? locale) => !string.IsNullOrWhiteSpace(locale) && !IsTag(TagOf(locale));

    /// <summary>Whether a locale says nothing: it is missing, or says that no language is known.</summary>
    public static bool SaysNothing(string? locale) => string.IsNullOrWhiteSpace(locale) || SaysNone(TagOf(locale));

    // Of "en_US.UTF-8" what comes first.
    private static ReadOnlySpan<char> TagOf(string? locale)
    {
        var tag = locale.AsSpan().Trim();
        return tag.IndexOfAny('.', '@') is var end and > 0 ? tag[..end] : tag;
    }

    private static bool SaysNone(ReadOnlySpan<char> tag) => NoLanguage.Contains(tag);

    private static bool IsTag(ReadOnlySpan<char> tag)
    {
        var primary = Primary(tag);
        if (tag.Length > MaxLength || primary.Length is < 2 or > 3)
            return false;
        foreach (var letter in tag)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_'))
                return false;
        }

        foreach (var letter in primary)
        {
            if (!char.IsAsciiLetter(letter))
                return false;
        }

        return true;
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
