using System.Text.RegularExpressions;

namespace AutoResolve.Rules.Reading.Tables;

/// <summary>A place in a text that the value of a row takes: <c>&lt;code&gt;</c>.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what follows it begins.</param>
/// <param name="Name">The name of the value.</param>
/// <param name="IsOptional">Whether it ends in a question mark: what holds it is left out where a row has no such value.</param>
internal readonly partial record struct Placeholder(int Start, int End, string Name, bool IsOptional)
{
    /// <summary>The placeholders of a text in order.</summary>
    public static IEnumerable<Placeholder> In(string text) => text.Contains('<', StringComparison.Ordinal) ? Find(text) : [];

    // A group of a regular expression is none: (?<value>…).
    private static IEnumerable<Placeholder> Find(string text)
    {
        foreach (var match in Form().Matches(text).Where(match => !match.Groups["group"].Success))
            yield return new(match.Index, match.Index + match.Length, match.Groups["name"].Value, match.Groups["optional"].Success);
    }

    [GeneratedRegex(@"(?<group>\(\?)?< *(?<name>[A-Za-z][A-Za-z0-9]*)(?<optional>\?)? *>", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
