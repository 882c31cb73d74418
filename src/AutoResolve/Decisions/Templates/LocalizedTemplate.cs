namespace AutoResolve.Decisions.Templates;

/// <summary>A template in several languages.</summary>
internal sealed class LocalizedTemplate(IReadOnlyList<KeyValuePair<string, CompiledTemplate>> templates)
{
    private const int LongestTag = 100;

    /// <summary>The facts that it prints or tests in any language.</summary>
    public IEnumerable<string> Facts => templates.SelectMany(template => template.Value.Facts);

    /// <summary>The template for a locale, and its language: the locale, then its language, then the default locale, then the first.</summary>
    public KeyValuePair<string, CompiledTemplate> For(string locale, string defaultLocale)
    {
        foreach (var wanted in Chain(locale).Concat(Chain(defaultLocale)))
        {
            foreach (var entry in templates)
            {
                if (entry.Key.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                    return entry;
            }
        }

        return templates.Count > 0 ? templates[0] : KeyValuePair.Create(defaultLocale, CompiledTemplate.Empty);
    }

    // es-MX, es; each subtag less, as in RFC 4647 look-up. The locale comes with the issue, so it may be anything.
    private static IEnumerable<string> Chain(string locale)
    {
        var bounded = locale.Length > LongestTag ? locale[..LongestTag] : locale;
        for (var rest = bounded.Trim().Replace('_', '-'); rest.Length > 0; rest = rest.LastIndexOf('-') is var dash and > 0 ? rest[..dash] : "")
            yield return rest;
    }
}
