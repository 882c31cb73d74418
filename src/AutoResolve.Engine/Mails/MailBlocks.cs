namespace AutoResolve.Mails;

/// <summary>Decides of each line of a message what it is, from what speaks for it and from what is above.</summary>
/// <remarks>What is cut is cut for certain; what may be either is for guards. Used again for message after message.</remarks>
internal sealed class MailBlocks
{
    private MailZone _zone;
    private LeftOutReason _reason;

    // Where the zone ends; then what has no marks is the writer's again.
    private int _zoneEnd;

    // Whether a mail program has introduced quotes: then what has marks is one.
    private bool _isIntroduced;

    // Whether they may be passed on, and are no quotes.
    private bool _isUnsure;

    // Whether the notice of a help desk has just said who says what is below.
    private bool _isSaid;
    private int _lastQuoted;

    public void Decide(in MailView mail)
    {
        (_zone, _reason, _zoneEnd) = (MailZone.Open, default, int.MaxValue);
        (_isIntroduced, _isUnsure, _isSaid, _lastQuoted) = (false, false, false, mail.Count - 1);
        while (_lastQuoted >= 0 && !mail[_lastQuoted].IsQuoted && !mail[_lastQuoted].IsMarkup)
            _lastQuoted--;
        while (mail.Next < mail.Count)
            DecideNext(in mail);
    }

    private void DecideNext(in MailView mail)
    {
        if (mail.Next >= _zoneEnd)
            (_zone, _zoneEnd) = (MailZone.Open, int.MaxValue);
        var line = mail[mail.Next];
        if (line.IsBlank)
            mail.AddBlank();
        else if (_zone == MailZone.Forward)
            mail.Add(1, MailPartKind.Forward);
        else if (_zone == MailZone.Between)
            AddBetween(in mail);
        else if (_zone != MailZone.Open && AnswersQuestionAbove(in mail))
            mail.Add(1, MailPartKind.OwnWords);
        else if (_zone == MailZone.Quote)
            AddInZone(in mail);
        else if (line.IsMarkup)
            ReadMarkup(in mail, line);
        else if (line.IsQuoted)
            ReadQuoted(in mail);
        else if (ReadHead(in mail, line) || ReadIntroduction(in mail, line))
            return;
        else if (_zone == MailZone.Notice)
            DeskNotice.AddParagraph(in mail, ref _isSaid);
        else if (_zone == MailZone.UnsureQuote)
            AddInZone(in mail);
        else if (line.Sign == LineSign.Device)
            mail.Add(1, MailPartKind.Signature, LeftOutReason.DeviceLine);
        else
            mail.Add(1, MailPartKind.OwnWords);
    }

    // Who quotes has hardly such lines.
    private static bool AnswersQuestionAbove(in MailView mail) =>
        mail.Next > 0 && HeadedMail.IsAnswered(in mail, mail.Next - 1) && !mail.Words(mail.Next).Contains(": ", StringComparison.Ordinal);

    private void AddBetween(in MailView mail)
    {
        if (HeadedMail.IsAnswered(in mail, mail.Next))
            mail.Add(1, MailPartKind.UnsureQuote, _reason);
        else
            mail.Add(1, MailPartKind.Forward);
    }

    // What a program puts above all that it quotes or passes on.
    private bool ReadHead(in MailView mail, MailLine line)
    {
        switch (line.Sign)
        {
            case LineSign.Forward when _zone == MailZone.Open:
                return Begin(in mail, MailZone.Forward);
            case LineSign.ReplyAbove:
                var below = mail.HasOwnWords() ? MailZone.Quote : MailZone.Notice;
                mail.TakeRuler(KindIn(below, LeftOutReason.ReplyAboveLine));
                return Begin(in mail, below, LeftOutReason.ReplyAboveLine);
            case LineSign.OriginalMessage:
                var header = mail.NextWritten(mail.Next + 1);
                var end = header < mail.Count && mail[header].Sign == LineSign.Header ? header + mail[header].Length : 0;
                return BeginHeaded(in mail, LeftOutReason.OriginalMessageLine, line.Subject, end);
            case LineSign.Header:
                return BeginHeaded(in mail, LeftOutReason.HeaderBlock, line.Subject, mail.Next + line.Length);
            case LineSign.ShortHeader
                when _zone == MailZone.Open && mail.LastWritten(mail.Next - 1) is >= 0 and var above && mail[above].Sign == LineSign.Ruler:
                mail.TakeRuler(new LineKind(MailPartKind.UnsureQuote, LeftOutReason.HeaderBlock));
                return Begin(in mail, MailZone.UnsureQuote, LeftOutReason.HeaderBlock);
            case LineSign.Notice when _zone == MailZone.Open && mail.IsReply && mail.BeginsParagraph && mail.HasOwnWords():
                return mail.Words(mail.Next).ContainsAny(WordSet.Digits)
                    && Begin(in mail, MailZone.UnsureQuote, LeftOutReason.HelpDeskNotice);
            default:
                return false;
        }
    }

    private bool BeginHeaded(in MailView mail, LeftOutReason reason, MailTitle? subject, int end)
    {
        var next = end > 0 ? mail.NextWritten(end) : mail.Count;
        var isQuoteNext = next < mail.Count && mail[next].IsQuoted;
        var zone = HeadedMail.ZoneOf(in mail, subject, isFirst: _zone == MailZone.Open, isQuoteNext);
        var endOfFirst = _zone == MailZone.Open && mail.IsReply && end > 0 && !isQuoteNext ? HeadedMail.EndOfFirst(in mail, end) : 0;
        if (endOfFirst > 0)
            (zone, _zoneEnd) = (MailZone.UnsureQuote, endOfFirst);
        mail.TakeRuler(KindIn(zone, reason));
        Begin(in mail, zone, reason);

        // Where marks follow, what has none is the writer's.
        if (zone == MailZone.Forward || end == 0 || endOfFirst > 0 || !(isQuoteNext || mail.PointsInside()))
            return true;
        while (mail.Next < next)
            AddInZone(in mail);
        (_zone, _isIntroduced) = (isQuoteNext ? MailZone.Open : MailZone.Between, zone == MailZone.Quote);
        return true;
    }

    private bool ReadIntroduction(in MailView mail, MailLine line)
    {
        if (!line.IsIntroduction || _zone is MailZone.UnsureQuote or MailZone.Notice)
            return false;
        var next = mail.NextWritten(mail.Next + line.Length);
        var isQuoteNext = mail.IsQuoteNext(next);
        var isCertain = line.Sign == LineSign.IntroductionOfProgram || (line.Sign == LineSign.IntroductionWhereQuoteFollows && isQuoteNext);
        if (isCertain && _zone == MailZone.Open && mail.HasTitleOfItsOwn)
            return ReadUntitledQuote(in mail, line.Length, isQuoteNext);
        if (isCertain)
            return ReadCertain(in mail, line.Length, next, isQuoteNext);
        if (!isQuoteNext)
            return false;
        mail.Add(line.Length, MailPartKind.UnsureQuote, LeftOutReason.Introduction);
        if (mail[next].IsMarkup)
            return true;
        mail.AddBlanksTo(next);
        mail.Add(mail.LengthOfQuote(next), MailPartKind.UnsureQuote, LeftOutReason.Introduction);
        return true;
    }

    private bool ReadCertain(in MailView mail, int length, int next, bool isQuoteNext)
    {
        var endOfFirst = isQuoteNext || mail.Title == MailTitle.Forward ? 0 : HeadedMail.EndOfFirst(in mail, mail.Next + length);
        var isMarked = isQuoteNext || (_lastQuoted > mail.Next && !IsNextQuoteOfAnother(in mail, next));
        mail.Add(length, MailPartKind.Quote, LeftOutReason.Introduction);

        // Where marks follow, what has none is the writer's.
        _isIntroduced = true;
        _reason = LeftOutReason.Introduction;
        if (!isQuoteNext && mail.PointsInside())
            _zone = MailZone.Between;
        else if (!isMarked)
            (_zone, _zoneEnd) = (MailZone.UnsureQuote, endOfFirst > 0 ? endOfFirst : int.MaxValue);
        return true;
    }

    // Under a title that answers nothing it may be passed on: guards read it, and rules where the writer points at it.
    private bool ReadUntitledQuote(in MailView mail, int length, bool isQuoteNext)
    {
        if (mail.PointsBelow() || !mail.HasOwnWords())
            return Begin(in mail, MailZone.Forward);
        mail.Add(length, MailPartKind.UnsureQuote, LeftOutReason.Introduction);
        if (!isQuoteNext)
            (_zone, _reason) = (MailZone.UnsureQuote, LeftOutReason.Introduction);
        else
            _isUnsure = true;
        return true;
    }

    // Programs that set no marks keep those of what was quoted before, with its introduction.
    private static bool IsNextQuoteOfAnother(in MailView mail, int number)
    {
        const int Looked = 40;
        for (var end = Math.Min(mail.Count, number + Looked); number < end; number++)
        {
            if (mail[number].IsQuoted)
                return QuotedBlock.IntroducesItself(in mail, number, mail.LengthOfQuote(number, Looked));
        }

        return false;
    }

    // Programs mark what is passed on as they mark quotes.
    private void ReadMarkup(in MailView mail, MailLine line)
    {
        if (!line.IsQuoted && ReadHead(in mail, line))
            return;
        if (_zone == MailZone.UnsureQuote)
        {
            AddInZone(in mail);
            return;
        }

        _isIntroduced = true;
        mail.Add(1, _isUnsure ? MailPartKind.UnsureQuote : MailPartKind.Quote, LeftOutReason.Markup);
    }

    private void ReadQuoted(in MailView mail)
    {
        var (number, length) = (mail.Next, mail.LengthOfQuote(mail.Next));
        if (_zone == MailZone.Open && mail[number].Sign == LineSign.Forward)
        {
            mail.Add(length, MailPartKind.Forward);
        }
        else if (_zone == MailZone.Open && QuotedBlock.IsList(in mail, number, length))
        {
            mail.Add(length, MailPartKind.OwnWords);
        }
        else if (_isUnsure || _zone != MailZone.Open)
        {
            mail.Add(length, MailPartKind.UnsureQuote, LeftOutReason.QuoteMarks);

            // What has no marks below is the writer's.
            (_zone, _isUnsure) = (MailZone.Open, true);
        }
        else if (_isIntroduced || QuotedBlock.IntroducesItself(in mail, number, length))
        {
            _isIntroduced = true;
            var kind = QuotedBlock.MayBeList(in mail, number, length) ? MailPartKind.UnsureQuote : MailPartKind.Quote;
            mail.Add(length, kind, LeftOutReason.QuoteMarks);
        }
        else if (QuotedBlock.LooksQuoted(in mail, number, length))
        {
            _isUnsure = mail.IsReply;
            mail.Add(length, MailPartKind.UnsureQuote, LeftOutReason.QuoteMarks);
        }
        else
        {
            mail.Add(length, MailPartKind.OwnWords);
        }
    }

    private bool Begin(in MailView mail, MailZone zone, LeftOutReason reason = default)
    {
        (_zone, _reason) = (zone, reason);
        AddInZone(in mail);
        return true;
    }

    private void AddInZone(in MailView mail)
    {
        var kind = KindIn(_zone, _reason);
        mail.Add(1, kind.Kind, kind.Reason);
    }

    private static LineKind KindIn(MailZone zone, LeftOutReason reason) =>
        zone switch
        {
            MailZone.Forward => new LineKind(MailPartKind.Forward, null),
            MailZone.Quote => new LineKind(MailPartKind.Quote, reason),
            MailZone.UnsureQuote or MailZone.Notice => new LineKind(MailPartKind.UnsureQuote, reason),
            _ => default,
        };
}
