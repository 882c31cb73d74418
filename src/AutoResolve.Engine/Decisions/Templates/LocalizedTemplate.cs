using AutoResolve.Languages;

namespace AutoResolve.Decisions.Templates;

/// <summary>A template in several languages.</summary>
internal sealed class LocalizedTemplate(IReadOnlyList<KeyValuePair<string, CompiledTemplate>> templates)
{
    private const int MaxTagLength = 100;

    /// <summary>The facts that it prints or tests in any language.</summary>
    public IEnumerable<string> Facts => templates.SelectMany(template => template.Value.Facts);

    /// <summary>
    /// The template for a locale, and its language: the locale, then its language, then the default locale, then the first.
    /// </summary>
    public KeyValuePair<string, CompiledTemplate> For(string locale, string defaultLocale) =>
        Find(locale)
        ?? Find(defaultLocale)
        ?? (templates.Count > 0 ? templates[0] : KeyValuePair.Create(defaultLocale, CompiledTemplate.Empty));

    // es-MX, es; each subtag less, as in RFC 4647 look-up; then another code of the same language: no for nb. The
    // locale comes with the issue, so it may be anything.
    private KeyValuePair<string, CompiledTemplate>? Find(string locale)
    {
        var rest = locale.AsSpan(0, Math.Min(locale.Length, MaxTagLength)).Trim();
        while (rest.Length > 0)
        {
            for (var at = 0; at < templates.Count; at++)
            {
                if (IsSame(templates[at].Key, rest))
                    return templates[at];
            }

            rest = rest.LastIndexOfAny('-', '_') is var end and > 0 ? rest[..end] : [];
        }

        foreach (var template in templates)
        {
            if (LanguageTag.Primary(template.Key).Length == template.Key.Length && LanguageRelations.AreSame(template.Key, locale))
                return template;
        }

        return null;
    }

    // A tag is sometimes written with an underscore.
    private static bool IsSame(string tag, ReadOnlySpan<char> wanted)
    {
        if (tag.Length != wanted.Length)
            return false;
        for (var at = 0; at < tag.Length; at++)
        {
            if (char.ToUpperInvariant(tag[at]) != char.ToUpperInvariant(wanted[at] == '_' ? '-' : wanted[at]))
                return false;
        }

        return true;
    }
}
