using System.Text;
using AutoResolve.Budgets;

namespace AutoResolve.Words;

/// <summary>
/// A string that is looked for letter for letter, ignoring case. Its blanks stand for any run of blanks and breaks that begins no
/// paragraph.
/// </summary>
internal sealed class SpacedString
{
    private const int StepsPerStart = 4;

    private readonly string[] _words;

    // Steps for 1,024 units of a text in which the first word is looked for. The library searches for ASCII many places at a time; other
    // letters it compares one by one.
    private readonly int _stepsPer1024;
    private readonly bool _beginsBlank;
    private readonly bool _endsBlank;

    public SpacedString(string value)
    {
        _words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (_words.Length == 0)
            _words = [""];
        (_beginsBlank, _endsBlank) = (value.Length > 0 && char.IsWhiteSpace(value[0]), value.Length > 1 && char.IsWhiteSpace(value[^1]));
        Value = value;
        var length = _words[0].Length;
        _stepsPer1024 = Ascii.IsValid(_words[0]) ? 128 + (2 * length) : 3_072 + (180 * length);
    }

    /// <summary>As it was written.</summary>
    public string Value { get; }

    /// <summary>The most steps of a search for a UTF-16 unit of the text.</summary>
    public int MaxStepsPerUnit => (_stepsPer1024 / 1_024) + (StepsPerStart * _words.Length);

    /// <summary>Where it first stands; null where it does not, or where it cannot be looked for any more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="work">Takes the steps; null where they are not counted.</param>
    public TextRange? Find(ReadOnlySpan<char> text, WorkBudget? work)
    {
        if (work?.Take(1 + (text.Length * (long)_stepsPer1024 / 1_024)) == false)
            return null;
        for (var at = 0; at <= text.Length; at++)
        {
            var skipped = text[at..].IndexOf(_words[0], StringComparison.OrdinalIgnoreCase);
            if (skipped < 0)
                return null;
            at += skipped;
            if (work?.Take(StepsPerStart * _words.Length) == false)
                return null;
            if (EndAt(text, at) is { } end && (!_beginsBlank || (at > 0 && char.IsWhiteSpace(text[at - 1]))))
                return new TextRange(_beginsBlank ? at - 1 : at, end - (_beginsBlank ? at - 1 : at));
        }

        return null;
    }

    private int? EndAt(ReadOnlySpan<char> text, int at)
    {
        at += _words[0].Length;
        foreach (var word in _words.AsSpan(1))
        {
            if (
                Blanks(text[at..]) is not (> 0 and var blanks)
                || !text[(at + blanks)..].StartsWith(word, StringComparison.OrdinalIgnoreCase)
            )
                return null;
            at += blanks + word.Length;
        }

        if (!_endsBlank)
            return at;
        return at < text.Length && char.IsWhiteSpace(text[at]) ? at + 1 : null;
    }

    // How many there are; 0 where they begin a paragraph.
    private static int Blanks(ReadOnlySpan<char> text)
    {
        var (length, breaks) = (0, 0);
        for (; length < text.Length && char.IsWhiteSpace(text[length]); length++)
            breaks += BreaksAt(text, length);
        return breaks > 1 ? 0 : length;
    }

    private static int BreaksAt(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == SentenceEnds.OfPart)
            return 2;
        return text[at] == '\n' || (text[at] == '\r' && !text[(at + 1)..].StartsWith("\n")) ? 1 : 0;
    }
}
