namespace AutoResolve.Mails;

/// <summary>A message while it is parted: its lines, what speaks for each, and what those above are taken for.</summary>
internal readonly ref struct MailView(MailText text, ReadOnlySpan<MailLine> lines, List<LineKind> kinds, string? title)
{
    // How many lines are looked at for one: what is asked of each line must not grow with the mail.
    private const int Looked = 40;
    private const int LookedAbove = 200;

    private readonly MailText _text = text;
    private readonly ReadOnlySpan<MailLine> _lines = lines;

    public int Count => _lines.Length;

    /// <summary>The line that is to be decided next.</summary>
    public int Next => kinds.Count;

    /// <summary>Whether a blank line or nothing is above it.</summary>
    public bool BeginsParagraph => Next == 0 || _lines[Next - 1].IsBlank;

    public MailLine this[int number] => _lines[number];

    /// <summary>What the title says; null where there is none to say it.</summary>
    public MailTitle? Title => title is null ? null : MailWords.All.TitleOf(title);

    /// <summary>Whether the title says that the message answers another.</summary>
    public bool IsReply => Title == MailTitle.Reply;

    public ReadOnlySpan<char> Words(int number) => _text.Line(number);

    public LineKind KindOf(int number) => kinds[number];

    public void Add(int count, MailPartKind kind, LeftOutReason? reason = null)
    {
        for (; count > 0; count--)
            kinds.Add(new LineKind(kind, reason));
    }

    /// <summary>A blank line is of what stands above it.</summary>
    public void AddBlank() => kinds.Add(kinds.Count == 0 ? default : kinds[^1]);

    public void AddBlanksTo(int number)
    {
        while (kinds.Count < number)
            AddBlank();
    }

    /// <summary>The first line from a number on that is not blank; the number of lines where there is none.</summary>
    public int NextWritten(int number)
    {
        while (number < Count && _lines[number].IsBlank)
            number++;
        return number;
    }

    /// <summary>Whether a line from a number on that is not blank has marks, by itself or by the message.</summary>
    public bool IsQuoteNext(int number) =>
        NextWritten(number) is var next && next < Count && (_lines[next].IsQuoted || _lines[next].IsMarkup);

    /// <summary>The line behind a paragraph.</summary>
    public int EndOfParagraph(int number)
    {
        while (number < Count && !_lines[number].IsBlank)
            number++;
        return number;
    }

    /// <summary>How many lines from a line on begin with &gt;.</summary>
    public int LengthOfQuote(int number, int max = int.MaxValue)
    {
        var next = number;
        while (next < Count && next - number < max && _lines[next].IsQuoted)
            next++;
        return next - number;
    }

    /// <summary>A line of dashes or underscores above a header belongs to it.</summary>
    public void TakeRuler(LineKind kind)
    {
        var above = LastWritten(Next - 1);
        if (above < 0 || kinds[above].Kind != MailPartKind.OwnWords || _lines[above].Sign != LineSign.Ruler)
            return;
        for (; above < kinds.Count; above++)
            kinds[above] = kind;
    }

    /// <summary>The last line up to a number that is not blank; -1 where there is none.</summary>
    public int LastWritten(int number)
    {
        while (number >= 0 && _lines[number].IsBlank)
            number--;
        return number;
    }

    /// <summary>Whether the writer has said anything above.</summary>
    public bool HasOwnWords()
    {
        for (var number = 0; number < Math.Min(kinds.Count, Looked); number++)
        {
            if (IsOwn(number))
                return true;
        }

        return false;
    }

    /// <summary>"See below.", and nothing else that is of any length.</summary>
    public bool PointsBelow()
    {
        const int MaxLength = 300;
        const int MaxWords = 30;
        var (length, words, points, last) = (0, 0, false, -1);
        for (var number = 0; number < Math.Min(kinds.Count, LookedAbove); number++)
        {
            if (!IsOwn(number))
                continue;
            var line = Words(number);
            length += line.Length;
            words += line.Count(' ') + 1;
            if (length > MaxLength || words > MaxWords)
                return false;
            points |= line.ContainsAny(MailWords.All.Pointers);
            last = number;
        }

        return points || (last >= 0 && _lines[last].IsColon);
    }

    /// <summary>"My answers are in between": without marks nothing tells them from the questions.</summary>
    public bool PointsInside()
    {
        for (var number = 0; number < Math.Min(kinds.Count, Looked); number++)
        {
            if (kinds[number].Kind == MailPartKind.OwnWords && Words(number).ContainsAny(MailWords.All.PointersInside))
                return true;
        }

        return false;
    }

    /// <summary>Whether a header from the next line on has a subject that is in the title.</summary>
    public bool NamesTitle()
    {
        for (var number = Next; number < Math.Min(Count, Next + Looked); number++)
        {
            if (
                MailWords.All.HeaderOf(_text.Line(number, isInQuote: true), out var value) == MailHeader.Subject
                && value.Trim("*_ \t") is { Length: > 0 } subject
            )
                return title.AsSpan().Contains(subject, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    /// <summary>Whether a title stands there that answers nothing and passes nothing on.</summary>
    public bool HasTitleOfItsOwn => Title == MailTitle.Plain && !string.IsNullOrWhiteSpace(title);

    private bool IsOwn(int number) => kinds[number].Kind == MailPartKind.OwnWords && _lines[number].HasWords;
}
