using System.Text.RegularExpressions;
using AutoResolve.Matching.Regexes;
using AutoResolve.Matching.Text;

namespace AutoResolve.Conversations;

/// <summary>A value by a pattern: what its group <c>value</c> takes, else all.</summary>
/// <param name="pattern">The pattern, which says without groups whether there is anything to be found: most often there is not.</param>
internal sealed class PatternValue(CompiledRegex pattern) : ValueTest
{
    private const string Group = "value";

    private volatile Regex? _regex;

    public override TextRange? Find(TextView view)
    {
        for (var range = 0; range < view.Ranges.Count; range++)
        {
            var (start, length) = view.Ranges[range];
            if (pattern.Find(view.Text.AsSpan(start, length), onlyWhether: true) is not null && FindIn(view.Text, start, length) is { } value)
                return value;
        }

        return null;
    }

    // Only the first match: looking for one after the other could take as long as the text is, each time.
    private TextRange? FindIn(string text, int start, int length)
    {
        var match = (_regex ??= new Regex(pattern.Pattern, CompiledRegex.Options)).Match(text, start, length);
        Capture value = match.Groups[Group] is { Success: true } group ? group : match;
        var trimmed = value.ValueSpan.Trim();
        return trimmed.IsEmpty ? null : new TextRange(value.Index + value.Length - value.ValueSpan.TrimStart().Length, trimmed.Length);
    }
}
