using AutoResolve.Languages;
using AutoResolve.Rules;

namespace AutoResolve.Matching;

/// <summary>Decides whether a scope takes an issue.</summary>
internal static class ScopeTest
{
    public static bool Takes(Scope scope, MatchInput text) =>
        (scope.Language is null || TakesLanguage(scope.Language, text.Language)) && TakesInAnyLanguage(scope, text);

    /// <summary>Whether it would take the issue if that were in the language of the set.</summary>
    public static bool TakesInAnyLanguage(Scope scope, MatchInput text) =>
        Takes(scope.Channels, text.Issue.Channel)
        && Takes(scope.Products, text.Issue.Product)
        && Takes(scope.Tenants, text.Issue.Tenant)
        && TakesLocale(scope.Locales, text.Locale);

    /// <summary>Whether what an issue is taken to be in may be the language of a set.</summary>
    public static bool TakesLanguage(string? wanted, ReadOnlySpan<char> language) =>
        wanted is null || LanguageRelations.MayBe(language, wanted);

    private static bool Takes(IReadOnlyList<string> wanted, string? value)
    {
        if (wanted.Count == 0)
            return true;
        var trimmed = value.AsSpan().Trim();
        for (var at = 0; at < wanted.Count && value is not null; at++)
        {
            if (trimmed.Equals(wanted[at], StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool TakesLocale(IReadOnlyList<string> wanted, string locale)
    {
        for (var at = 0; at < wanted.Count; at++)
        {
            if (Covers(wanted[at], locale))
                return true;
        }

        return wanted.Count == 0;
    }

    // "en" covers "en-US"; BCP 47 is sometimes written with an underscore.
    private static bool Covers(string wanted, string locale) =>
        locale.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
        && (locale.Length == wanted.Length || locale[wanted.Length] is '-' or '_');
}
