using AutoResolve.Words;

namespace AutoResolve.Mails;

/// <summary>
/// Parts a message into what the writer says or passes on, and what was quoted, signed or put there by programs. What is cut is cut for
/// certain; what may be either is for guards.
/// </summary>
/// <remarks>
/// Each line is looked at once, and from it at most a fixed number of lines on. Keeps its memory, so that it allocates nothing; not safe
/// for several threads at once.
/// </remarks>
internal sealed class MailReader
{
    [ThreadStatic]
    private static MailReader? _ofThread;

    private readonly List<TextRange> _ranges = [];
    private readonly List<LineKind> _lines = [];
    private readonly List<MailPart> _parts = [];

    private Zone _zone;

    // How many lines are looked at for one: what is asked of each line must not grow with the mail.
    private const int Looked = 40;

    // Whether a mail program has introduced quotes: then what has marks is one.
    private bool _isIntroduced;

    // Whether they may be passed on, and are no quotes.
    private bool _isUnsure;
    private int _lastQuoted;
    private LeftOutReason _zoneReason;
    private string? _title;

    /// <summary>The one of this thread.</summary>
    public static MailReader OfThread => _ofThread ??= new MailReader();

    /// <summary>The parts of the message that was read last, in order; they add up to it.</summary>
    public IReadOnlyList<MailPart> Parts => _parts;

    /// <summary>Whether guards read what other rules do not.</summary>
    public bool HasMoreForGuards { get; private set; }

    /// <param name="text">The message as a person sees it.</param>
    /// <param name="marked">What of it the message itself marks as quotes, in order.</param>
    /// <param name="title">Its title, which may say that it answers another or passes it on.</param>
    public void Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> marked, string? title = null)
    {
        _parts.Clear();
        HasMoreForGuards = false;
        if (marked.Count == 0 && text.IndexOfAny('\r', '\n') < 0)
        {
            _parts.Add(Everything(text));
            return;
        }

        var mail = new MailText(text, marked, _ranges);
        ReadLines(in mail, title);
        MailEnd.Read(in mail, _lines);
        Join(in mail);
        if (!HasWords(text))
        {
            _parts.Clear();
            _parts.Add(Everything(text));
        }

        foreach (var part in _parts)
            HasMoreForGuards |= part is { IsForGuards: true, IsForRules: false };
    }

    /// <summary>Adds the ranges that rules read, or guards.</summary>
    public void AddTo(List<TextRange> ranges, bool forGuards)
    {
        foreach (var part in _parts)
        {
            if (!(forGuards ? part.IsForGuards : part.IsForRules))
                continue;
            if (ranges.Count > 0 && ranges[^1].End == part.Start)
                ranges[^1] = new TextRange(ranges[^1].Start, ranges[^1].Length + part.Length);
            else
                ranges.Add(new TextRange(part.Start, part.Length));
        }
    }

    private static MailPart Everything(ReadOnlySpan<char> text) => new(0, text.Length, MailPartKind.OwnWords, null);

    private void ReadLines(in MailText mail, string? title)
    {
        _lines.Clear();
        (_zone, _isIntroduced, _isUnsure, _title, _lastQuoted) = (Zone.Open, false, false, title, mail.Count - 1);
        while (_lastQuoted >= 0 && !mail.IsQuoted(_lastQuoted) && !mail.IsMarked(_lastQuoted))
            _lastQuoted--;
        if (BannerLength(in mail) is > 0 and var banner)
            Add(banner, MailPartKind.Disclaimer, LeftOutReason.Disclaimer);
        while (_lines.Count < mail.Count)
            ReadLine(in mail, _lines.Count);
    }

    private void ReadLine(in MailText mail, int number)
    {
        var line = mail.Line(number);
        if (line.IsEmpty)
            AddBlank();
        else if (_zone is Zone.Forward)
            _lines.Add(KindIn(_zone, _zoneReason));
        else if (_zone is not Zone.Open && AnswersQuestionAbove(in mail, number, line))
            Add(1, MailPartKind.OwnWords);
        else if (_zone is Zone.Quote)
            _lines.Add(KindIn(_zone, _zoneReason));
        else if (mail.IsMarked(number))
            ReadMarked(in mail, number, line);
        else if (line[0] == '>')
            ReadQuoted(in mail, number);
        else if (EndsOwnWords(in mail, number, line) || ReadIntroduction(in mail, number))
            return;
        else if (_zone == Zone.UnsureQuote)
            _lines.Add(KindIn(_zone, _zoneReason));
        else if (MailWords.All.Devices.Is(line))
            Add(1, MailPartKind.Signature, LeftOutReason.DeviceLine);
        else
            Add(1, MailPartKind.OwnWords);
    }

    // What a program puts above all that it quotes or passes on.
    private bool EndsOwnWords(in MailText mail, int number, ReadOnlySpan<char> line)
    {
        var marker = MailWords.All.MarkerOf(line);
        if (marker == MailMarker.Forward && _zone == Zone.Open)
            return Begin(Zone.Forward);
        if (MailWords.All.IsReplyAbove(line))
            return Begin(Zone.Quote, LeftOutReason.ReplyAboveLine);
        if (marker == MailMarker.OriginalMessage && IsHeaded(in mail, number + 1, out var subject))
            return BeginHeaded(in mail, LeftOutReason.OriginalMessageLine, subject);
        return HeaderBlock.BeginsAt(in mail, number, isInQuote: false, out subject)
            && BeginHeaded(in mail, LeftOutReason.HeaderBlock, subject);
    }

    // "Which browser?", and without a mark the answer in the line below. Who quotes has hardly such lines.
    private static bool AnswersQuestionAbove(in MailText mail, int number, ReadOnlySpan<char> line) =>
        number > 0
        && line[0] != '>'
        && line[^1] is not ('?' or ':')
        && !line.Contains(": ", StringComparison.Ordinal)
        && mail.Line(number - 1) is [not '>', .., '?'];

    // A person may name the words "Original Message"; a program writes below them whose it is.
    private static bool IsHeaded(in MailText mail, int number, out MailTitle? subject)
    {
        subject = null;
        number = mail.NextWritten(number);
        if (number == mail.Count)
            return false;
        var isInQuote = mail.IsQuoted(number);
        var header = MailWords.All.HeaderOf(mail.Line(number, isInQuote), out _);
        subject = HeaderBlock.SubjectAt(in mail, number, isInQuote);
        return header is not (MailHeader.None or MailHeader.Other)
            || IntroductionLines.Length(in mail, number, isInQuote, out var certainty) > 0
                && certainty > IntroductionCertainty.LikelyWhereQuoteFollows;
    }

    // The same header stands above what is answered and what is passed on. Where nothing tells, guards read it.
    private bool BeginHeaded(in MailText mail, LeftOutReason reason, MailTitle? subject)
    {
        var title = _title is null ? MailTitle.Plain : MailWords.All.TitleOf(_title);
        var isReply = title == MailTitle.Reply || (_title is null && subject is null or MailTitle.Reply);
        var zone = isReply ? Zone.Quote : Zone.UnsureQuote;
        if (_zone == Zone.Open && (IsPassedOn(in mail, title, subject) || PointsBelow(in mail)))
            zone = Zone.Forward;
        TakeRuler(in mail, KindIn(zone, reason));
        Begin(zone, reason);

        // Where marks follow, what has none is the writer's.
        var end = HeaderBlock.EndAt(in mail, mail.NextWritten(reason == LeftOutReason.HeaderBlock ? _lines.Count - 1 : _lines.Count));
        var next = mail.NextWritten(end);
        var isQuoteNext = next < mail.Count && mail.IsQuoted(next);
        if (zone == Zone.Forward || end == 0 || !(isQuoteNext || PointsInside(in mail)))
            return true;
        while (_lines.Count < next)
            _lines.Add(KindIn(zone, reason));
        (_zone, _isIntroduced) = (isQuoteNext ? Zone.Open : Zone.Forward, zone == Zone.Quote);

        return true;
    }

    // Who answers keeps the title. A title of the writer's own, above a mail that is no answer, is that of somebody who passes it on.
    private bool IsPassedOn(in MailText mail, MailTitle title, MailTitle? subject) =>
        title == MailTitle.Forward
        || (title == MailTitle.Plain && subject != MailTitle.Reply && !string.IsNullOrWhiteSpace(_title) && !NamesTitle(in mail));

    private bool NamesTitle(in MailText mail)
    {
        for (var number = _lines.Count; number < Math.Min(mail.Count, _lines.Count + Looked); number++)
        {
            if (
                MailWords.All.HeaderOf(mail.Line(number, isInQuote: true), out var value) == MailHeader.Subject
                && value.Trim("*_ \t") is { Length: > 0 } subject
            )
                return _title.AsSpan().Contains(subject, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    // A line of dashes or underscores above a header belongs to it.
    private void TakeRuler(in MailText mail, LineKind kind)
    {
        var above = _lines.Count - 1;
        while (above >= 0 && mail.Line(above).IsEmpty)
            above--;
        if (above < 0 || _lines[above].Kind != MailPartKind.OwnWords || !MailWords.IsRuler(mail.Line(above)))
            return;
        for (; above < _lines.Count; above++)
            _lines[above] = kind;
    }

    // "See below.", and nothing else that is of any length.
    private bool PointsBelow(in MailText mail)
    {
        const int MaxLength = 300;
        const int MaxWords = 30;
        var (length, words, points, last) = (0, 0, false, -1);
        for (var number = 0; number < _lines.Count; number++)
        {
            var line = mail.Line(number);
            if (line.IsEmpty || _lines[number].Kind != MailPartKind.OwnWords || MailWords.IsRuler(line))
                continue;
            length += line.Length;
            words += line.Count(' ') + 1;
            if (length > MaxLength || words > MaxWords)
                return false;
            points |= line.ContainsAny(MailWords.All.Pointers);
            last = number;
        }

        return points || (last >= 0 && mail.Line(last)[^1] == ':');
    }

    // "My answers are in between": without marks nothing tells them from the questions.
    private bool PointsInside(in MailText mail)
    {
        for (var number = 0; number < Math.Min(_lines.Count, Looked); number++)
        {
            if (_lines[number].Kind == MailPartKind.OwnWords && mail.Line(number).ContainsAny(MailWords.All.PointersInside))
                return true;
        }

        return false;
    }

    private bool ReadIntroduction(in MailText mail, int number)
    {
        var length = IntroductionLines.Length(in mail, number, isInQuote: false, out var certainty);
        if (length == 0 || _zone == Zone.UnsureQuote)
            return false;
        var next = mail.NextWritten(number + length);
        var isQuoteNext = next < mail.Count && (mail.IsQuoted(next) || mail.IsMarked(next));
        var isMarked = isQuoteNext || (_lastQuoted > number && !IsNextQuoteOfAnother(in mail, next));
        if (certainty == IntroductionCertainty.Certain || (certainty == IntroductionCertainty.WhereQuoteFollows && isQuoteNext))
        {
            if (_zone == Zone.Open && _title is not null && MailWords.All.TitleOf(_title) == MailTitle.Plain)
                return ReadUntitledQuote(in mail, length, isQuoteNext);
            Add(length, MailPartKind.Quote, LeftOutReason.Introduction);

            // Where marks follow, what has none is the writer's.
            _isIntroduced = true;
            if (!isQuoteNext && PointsInside(in mail))
                (_zone, _zoneReason) = (Zone.Forward, LeftOutReason.Introduction);
            else if (!isMarked)
                (_zone, _zoneReason) = (Zone.UnsureQuote, LeftOutReason.Introduction);
            return true;
        }

        if (!isQuoteNext)
            return false;
        Add(length, MailPartKind.UnsureQuote, LeftOutReason.Introduction);
        if (mail.IsMarked(next))
            return true;
        while (_lines.Count < next)
            AddBlank();
        Add(QuotedBlock.Length(in mail, next), MailPartKind.UnsureQuote, LeftOutReason.Introduction);
        return true;
    }

    // Programs that set no marks keep those of what was quoted before, with its introduction.
    private static bool IsNextQuoteOfAnother(in MailText mail, int number)
    {
        for (var end = Math.Min(mail.Count, number + Looked); number < end; number++)
        {
            if (mail.IsQuoted(number))
                return QuotedBlock.IntroducesItself(in mail, number, QuotedBlock.Length(in mail, number, Looked));
        }

        return false;
    }

    // Under a title that answers nothing it may be passed on: guards read it, and rules where the writer points at it.
    private bool ReadUntitledQuote(in MailText mail, int length, bool isQuoteNext)
    {
        if (PointsBelow(in mail) || !HasOwnWords(in mail))
            return Begin(Zone.Forward);
        Add(length, MailPartKind.UnsureQuote, LeftOutReason.Introduction);
        if (!isQuoteNext)
            (_zone, _zoneReason) = (Zone.UnsureQuote, LeftOutReason.Introduction);
        else
            _isUnsure = true;
        return true;
    }

    private bool HasOwnWords(in MailText mail)
    {
        for (var number = 0; number < Math.Min(_lines.Count, Looked); number++)
        {
            if (_lines[number].Kind == MailPartKind.OwnWords && !mail.Line(number).IsEmpty)
                return true;
        }

        return false;
    }

    // Programs mark what is passed on as they mark quotes.
    private void ReadMarked(in MailText mail, int number, ReadOnlySpan<char> line)
    {
        if (EndsOwnWords(in mail, number, line))
            return;
        if (_zone == Zone.UnsureQuote)
        {
            _lines.Add(KindIn(_zone, _zoneReason));
            return;
        }

        _isIntroduced = true;
        Add(1, _isUnsure ? MailPartKind.UnsureQuote : MailPartKind.Quote, LeftOutReason.Markup);
    }

    private void ReadQuoted(in MailText mail, int number)
    {
        var length = QuotedBlock.Length(in mail, number);
        if (_zone == Zone.Open && MailWords.All.MarkerOf(mail.Line(number, isInQuote: true)) == MailMarker.Forward)
        {
            Add(length, MailPartKind.Forward);
            return;
        }

        if (_zone == Zone.Open && QuotedBlock.IsPath(in mail, number, length))
        {
            Add(length, MailPartKind.OwnWords);
            return;
        }

        if (_isUnsure || _zone == Zone.UnsureQuote)
        {
            Add(length, MailPartKind.UnsureQuote, LeftOutReason.QuoteMarks);

            // What has no marks below is the writer's.
            _zone = Zone.Open;
            _isUnsure = true;
            return;
        }

        var isIntroduced = _isIntroduced || QuotedBlock.IntroducesItself(in mail, number, length);
        _isIntroduced |= isIntroduced;
        if (isIntroduced)
            Add(length, MailPartKind.Quote, LeftOutReason.QuoteMarks);
        else if (QuotedBlock.LooksQuoted(in mail, number, length))
            Add(length, MailPartKind.UnsureQuote, LeftOutReason.QuoteMarks);
        else
            Add(length, MailPartKind.OwnWords);
    }

    private static int BannerLength(in MailText mail)
    {
        var first = mail.NextWritten(0);
        var end = first;
        while (end < mail.Count && end < first + 8 && !mail.Line(end).IsEmpty)
            end++;
        if (end == first)
            return 0;
        return MailWords.All.Banners.Is(mail.Between(first, end)) ? end : 0;
    }

    private bool Begin(Zone zone, LeftOutReason reason = default)
    {
        (_zone, _zoneReason) = (zone, reason);
        _lines.Add(KindIn(zone, reason));
        return true;
    }

    private static LineKind KindIn(Zone zone, LeftOutReason reason) =>
        zone switch
        {
            Zone.Forward => new LineKind(MailPartKind.Forward, null),
            Zone.Quote => new LineKind(MailPartKind.Quote, reason),
            Zone.UnsureQuote => new LineKind(MailPartKind.UnsureQuote, reason),
            _ => default,
        };

    private void Add(int count, MailPartKind kind, LeftOutReason? reason = null)
    {
        for (; count > 0; count--)
            _lines.Add(new LineKind(kind, reason));
    }

    private void AddBlank() => _lines.Add(_lines.Count == 0 ? default : _lines[^1]);

    private void Join(in MailText mail)
    {
        for (var number = 0; number < mail.Count; number++)
        {
            var (range, line) = (mail.RangeOf(number), _lines[number]);
            if (_parts.Count > 0 && _parts[^1].Kind == line.Kind && _parts[^1].Reason == line.Reason)
                _parts[^1] = _parts[^1] with { Length = _parts[^1].Length + range.Length };
            else
                _parts.Add(new MailPart(range.Start, range.Length, line.Kind, line.Reason));
        }
    }

    private bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (var part in _parts)
        {
            if (!part.IsForRules)
                continue;
            foreach (var character in text.Slice(part.Start, part.Length))
            {
                if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                    return true;
            }
        }

        return false;
    }

    private enum Zone
    {
        Open = 0,
        Forward,
        Quote,
        UnsureQuote,
    }
}
