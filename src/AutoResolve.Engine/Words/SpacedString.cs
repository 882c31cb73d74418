namespace AutoResolve.Words;

/// <summary>
/// A string that is looked for letter for letter, ignoring case. Its blanks stand for any run of blanks and breaks that begins no paragraph.
/// </summary>
internal sealed class SpacedString
{
    private readonly string[] _words;
    private readonly bool _beginsBlank;
    private readonly bool _endsBlank;

    public SpacedString(string value)
    {
        _words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (_words.Length == 0)
            _words = [""];
        (_beginsBlank, _endsBlank) = (value.Length > 0 && char.IsWhiteSpace(value[0]), value.Length > 1 && char.IsWhiteSpace(value[^1]));
        Value = value;
    }

    /// <summary>As it was written.</summary>
    public string Value { get; }

    /// <summary>Where it first stands; null where it does not.</summary>
    public TextRange? Find(ReadOnlySpan<char> text)
    {
        for (var at = 0; at <= text.Length; at++)
        {
            var skipped = text[at..].IndexOf(_words[0], StringComparison.OrdinalIgnoreCase);
            if (skipped < 0)
                return null;
            at += skipped;
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
            breaks += text[length] == '\n' || (text[length] == '\r' && !text[(length + 1)..].StartsWith("\n")) ? 1 : 0;
        return breaks > 1 ? 0 : length;
    }
}
