using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>Says which part of a rule's scope an issue is not in.</summary>
internal static class ScopeText
{
    /// <summary>Such as <c>channel is web, not one of phone, email</c>. Lists each key that the issue may have missed.</summary>
    public static string Missed(Scope scope, MatchInput text)
    {
        var issue = text.Issue;
        (string Key, IReadOnlyList<string> Wanted, string? Value)[] keys =
        [
            ("channel", scope.Channels, issue.Channel),
            ("product", scope.Products, issue.Product),
            ("locale", scope.Locales, text.Locale),
            ("tenant", scope.Tenants, issue.Tenant),
        ];
        var missed = keys.Where(key => key.Wanted.Count > 0 && !key.Wanted.Any(wanted => Covers(wanted, key.Value, key.Key == "locale")))
            .Select(key => $"{key.Key} is {key.Value ?? "not given"}, not {string.Join(" or ", key.Wanted)}");
        if (!ScopeTest.TakesLanguage(scope.Language, text.Language))
            missed = missed.Append($"language is {text.Language}, not {scope.Language} as that of its set");
        return string.Join("; ", missed);
    }

    private static bool Covers(string wanted, string? value, bool isLocale) =>
        value is not null
        && (
            value.Trim().Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase)
            || (isLocale && value.StartsWith(wanted + "-", StringComparison.OrdinalIgnoreCase))
        );
}
