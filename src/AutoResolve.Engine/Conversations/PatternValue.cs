using AutoResolve.Regexes;
using AutoResolve.Words;
using AutoResolve.Words.Denials;

namespace AutoResolve.Conversations;

/// <summary>
/// A value by a pattern: what its group <c>value </c> takes, else all. Where it has that group and it takes nothing, what was matched is
/// passed over, as is what is denied.
/// </summary>
/// <param name="pattern">The pattern.</param>
internal sealed class PatternValue(CompiledRegex pattern) : ExtractedValueTest
{
    // Each may read the text to its end.
    private const int MaxPassedOver = 20;

    private readonly NeededCharacters[] _needs = pattern.FindNeeds();
    private readonly NeededRuns? _runs = pattern.FindRuns();

    /// <inheritdoc cref="CompiledRegex.Prepare"/>
    public void Prepare() => pattern.Prepare();

    public override TextRange? Find(TokenizedText view)
    {
        foreach (var need in _needs)
        {
            if (!need.AreIn(view.Found.Characters))
                return null;
        }

        for (var range = 0; range < view.Ranges.Count; range++)
        {
            var (start, length) = view.Ranges[range];
            var text = view.Text.Slice(start, length);
            if (_runs?.AreIn(text) != false && FindIn(view, start, text) is { } value)
                return value;
        }

        return null;
    }

    private TextRange? FindIn(TokenizedText view, int start, ReadOnlySpan<char> text)
    {
        var from = 0;
        for (var passed = 0; passed <= MaxPassedOver && from <= text.Length; passed++)
        {
            // Most often there is nothing to be found.
            if (pattern.Find(text, onlyWhether: false, view.Work, from) is not { } match)
                return null;
            if (pattern.ValueOf(text, match, view.Work) is { } value && TrimmedIn(view, text, start, value) is { } range)
                return range;
            from = match.Index + Math.Max(1, match.Length);
        }

        return null;
    }

    private static TextRange? TrimmedIn(TokenizedText view, ReadOnlySpan<char> text, int start, TextMatch value)
    {
        var taken = text.Slice(value.Index, value.Length);
        var trimmed = taken.Trim();
        if (trimmed.IsEmpty)
            return null;
        var range = new TextRange(start + value.Index + taken.Length - taken.TrimStart().Length, trimmed.Length);
        return Denial.StandsBefore(view, range) ? null : range;
    }
}
