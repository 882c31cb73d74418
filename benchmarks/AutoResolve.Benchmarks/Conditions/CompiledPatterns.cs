using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>
/// Compiled regular expressions, as lambda expressions can name them. Without it they would look each pattern up in a cache of few
/// entries.
/// </summary>
public static class CompiledPatterns
{
    private static readonly List<Regex> Patterns = [];

    public static bool Match(int pattern, string text) => Patterns[pattern].IsMatch(text);

    /// <returns>The expression that searches a text for it.</returns>
    internal static string Search(TextPattern pattern, string text)
    {
        Patterns.Add(pattern.CompiledRegex());
        return string.Create(CultureInfo.InvariantCulture, $"{nameof(CompiledPatterns)}.{nameof(Match)}({Patterns.Count - 1}, {text})");
    }
}
