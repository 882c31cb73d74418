using System.Text.RegularExpressions;
using AutoResolve.Regexes;
using AutoResolve.Words;
using AutoResolve.Words.Denials;

namespace AutoResolve.Conversations;

/// <summary>
/// A value by a pattern: what its group <c>value </c> takes, else all. Where it has that group and it takes nothing, what was matched is
/// passed over, as is what is denied.
/// </summary>
/// <param name="pattern">The pattern, which says without groups whether there is anything to be found: most often there is not.</param>
internal sealed class PatternValue(CompiledRegex pattern) : ExtractedValueTest
{
    private const string Group = "value";

    // Each may read the text to its end.
    private const int MaxPassedOver = 20;

    private volatile Regex? _regex;

    public override TextRange? Find(TokenizedText view)
    {
        for (var range = 0; range < view.Ranges.Count; range++)
        {
            var (start, length) = view.Ranges[range];
            if (pattern.Find(view.Text.Slice(start, length), onlyWhether: true) is not null && FindIn(view, start, length) is { } value)
                return value;
        }

        return null;
    }

    private TextRange? FindIn(TokenizedText view, int start, int length)
    {
        var regex = _regex ??= new Regex(pattern.Pattern, CompiledRegex.Options);
        var hasGroup = regex.GroupNumberFromName(Group) >= 0;
        var match = regex.Match(view.ToString(), start, length);
        for (var passed = 0; match.Success && passed <= MaxPassedOver; passed++)
        {
            var value = hasGroup ? match.Groups[Group] : match;
            var trimmed = value.ValueSpan.Trim();
            if (!trimmed.IsEmpty)
            {
                var range = new TextRange(value.Index + value.Length - value.ValueSpan.TrimStart().Length, trimmed.Length);
                if (!Denial.StandsBefore(view, range))
                    return range;
            }

            match = match.NextMatch();
        }

        return null;
    }
}
