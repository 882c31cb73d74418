using System.Globalization;
using AutoResolve.Budgets;
using AutoResolve.Expressions;
using AutoResolve.Languages;
using AutoResolve.Mails;
using AutoResolve.Rules;
using AutoResolve.Seen;
using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>An issue made ready for matching: cut to the limit, own words found, words read once.</summary>
/// <remarks>Not safe for several threads at once: it remembers what it has read. It can be used again for another issue.</remarks>
/// <param name="work">Takes the steps of who reads it; default: without limit.</param>
internal sealed class MatchInput(WorkBudget? work = null)
{
    // However a text is written, what is seen of it with what never ends is hardly longer than twice that.
    private const int MostSeen = 8;

    // What stands between two texts.
    private const int Between = 2;

    // In each half the title, then the texts, the newest first, so that the texts of each part stand side by side. The second half is of
    // whole texts. Each is made when first needed.
    private TokenizedText[] _views = new TokenizedText[4];

    // What is seen of the text of an issue without turns, and of the title; kept for the next issue.
    private readonly SeenText _text = new();
    private SeenText? _title;

    // What is read of the turns; null where there are none.
    private CaseTexts? _case;
    private MatchInput? _forGuards;
    private bool _isForGuards;
    private bool _hasForGuards;
    private bool _hasMoreForGuards;
    private bool _knowsMoreForGuards;

    // By the name as a rule writes it, since evidence repeats it.
    private Dictionary<string, TokenizedText?>? _fields;
    private Stack<TokenizedText>? _spare;
    private ExpressionIssue? _forExpressions;
    private Func<string, string?>? _fieldText;
    private string? _language;
    private bool _knowsLanguage;
    private bool _hasTitle;
    private bool _hasOwn;
    private bool _hasWhole;

    /// <summary>
    /// The issue with the fields that its turns brought and all that was tried; its text is its own. Evidence counts positions in its
    /// title and text, and in those of its turns.
    /// </summary>
    public Issue Issue { get; private set; } = null!;

    /// <summary>Takes the steps of who reads it.</summary>
    public WorkBudget Work { get; } = work ?? new WorkBudget();

    /// <summary>The issue as it came in.</summary>
    public Issue Delivered { get; private set; } = null!;

    /// <summary>The issue with what is seen of its texts as one, the newest first, for who reads it whole.</summary>
    public Issue AsOneText => _case is null && _text.IsSource ? Issue : Issue with { Text = SeenTexts, Format = TextFormat.Plain };

    /// <summary>
    /// The same as only guards read it: with what machines have said and what people have written to the customer, with signatures, and
    /// with what may be a quote. Itself where guards read nothing else.
    /// </summary>
    public MatchInput ForGuards
    {
        get
        {
            if (_isForGuards || !HasMoreForGuards)
                return this;
            if (!_hasForGuards)
            {
                _forGuards ??= new MatchInput(Work) { _isForGuards = true };
                _forGuards.Read(Delivered, _case?.ForGuards(), Locale, MaxLength);
                _hasForGuards = true;
            }

            return _forGuards!;
        }
    }

    /// <summary>Whether it is what only guards read.</summary>
    public bool IsForGuards => _isForGuards;

    /// <summary>The issue's locale, or the host's default.</summary>
    public string Locale { get; private set; } = "";

    /// <summary>
    /// The language of the issue's locale; where it names none, or the text is certainly in another, that of what the person wrote, where
    /// it is certain; else null. Read when first asked for.
    /// </summary>
    /// <remarks>The newest text tells; where that is not certain, all texts with the title.</remarks>
    public IssueLanguage? IssueLanguage => TellsText ? LanguageTag.Read(ReadLanguage()) : LanguageTag.Given(Issue.Locale);

    /// <summary>Its tag; empty where it may be several. Nothing is allocated.</summary>
    public ReadOnlySpan<char> Language => TellsText ? ReadLanguage() : LanguageTag.NamedBy(Issue.Locale);

    /// <summary>True where the title, the texts in sum or a field were longer than the limit and the rest was not read.</summary>
    public bool Truncated
    {
        get
        {
            if (IsCut)
                return true;
            foreach (var (_, value) in Issue.FieldsAsSpan())
            {
                if (value.Length > MaxLength)
                    return true;
            }

            return false;
        }
    }

    /// <summary>True where the title, or the texts in sum, were longer than the limit and the rest was not read.</summary>
    public bool IsCut => (_case?.IsCut ?? _text.IsCut) || Issue.Title?.Length > MaxLength;

    /// <summary>The same of what only guards read. Where little came in, that need not be read to know.</summary>
    public bool IsCutForGuards => LengthDelivered > MaxLength / MostSeen && ForGuards.IsCut;

    // Of title and texts, as they came in.
    private long LengthDelivered
    {
        get
        {
            var length = Delivered.Text.Length + (long)(Delivered.Title?.Length ?? 0);
            for (var turn = 0; turn < Delivered.Turns.Count; turn++)
                length += Delivered.Turns[turn].Text.Length + Between;
            return length;
        }
    }

    /// <summary>What title and texts were not decoded from on their way, which is repaired.</summary>
    public UndecodedRemains Remains => (_title?.Remains ?? UndecodedRemains.None) | (_case?.Remains ?? _text.Remains);

    /// <summary>How many texts there are beside the title.</summary>
    public int TextCount => _case?.Count ?? 1;

    /// <summary>The length of what is seen of all texts beside the title.</summary>
    public int TextLength => _case?.Length ?? _text.Length;

    /// <summary>The most UTF-16 units of the title, of all texts in sum, and of each field that are read.</summary>
    public int MaxLength { get; private set; }

    /// <summary>The issue as expressions see it.</summary>
    public ExpressionIssue ForExpressions =>
        _forExpressions ??= new ExpressionIssue(Issue, _fieldText ??= name => Field(name)?.ToString(), Length);

    // Of title, texts and fields.
    private long Length
    {
        get
        {
            var length = TextLength + (long)(_title?.Length ?? 0) + Issue.Id.Length + (Issue.Requester?.Length ?? 0);
            foreach (var (_, value) in Issue.FieldsAsSpan())
                length += Math.Min(value.Length, MaxLength);
            return length;
        }
    }

    /// <summary>Whether the texts have neither quoted replies nor signatures.</summary>
    public bool IsAllOwn
    {
        get
        {
            foreach (var own in Views(TextPart.Text))
            {
                if (own.Ranges is not [{ Start: 0 } range] || range.Length < own.Text.Length)
                    return false;
            }

            return true;
        }
    }

    /// <summary>What rules did not read of the texts.</summary>
    public IReadOnlyList<LeftOutText> FindLeftOut()
    {
        List<LeftOutText> found = [];
        ReadOwn();
        for (var place = 0; place < TextCount; place++)
        {
            var view = View(1 + place);
            var mail = MailReader.OfThread;
            var seen = TextAt(place).Text;
            mail.Read(seen.Text, seen.Quotes, view.Turn is null ? Issue.Title : null);
            found.AddRange(
                from part in mail.Parts
                where !part.IsForRules
                let source = seen.ToSource(new TextRange(part.Start, part.Length))
                select new LeftOutText
                {
                    Turn = view.Turn,
                    Start = source.Start,
                    Length = source.Length,
                    Kind = part.LeftOutAs,
                    Reason = part.Reason!.Value,
                    IsReadByGuards = part.IsForGuards,
                }
            );
            if (seen.Unended is { } unended)
                found.Add(
                    new LeftOutText
                    {
                        Turn = view.Turn,
                        Start = unended.Start,
                        Length = unended.Length,
                        Kind = LeftOutKind.Hidden,
                        Reason = LeftOutReason.UnendedMarkup,
                        IsReadByGuards = true,
                    }
                );
        }

        return found;
    }

    /// <param name="issue">The issue.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units of the title, of all texts in sum, and of each field that are read.</param>
    /// <param name="work">Takes the steps of who reads it; default: without limit.</param>
    public static MatchInput Prepare(Issue issue, string defaultLocale, int maxLength, WorkBudget? work = null)
    {
        var text = new MatchInput(work);
        text.Read(issue, defaultLocale, maxLength);
        return text;
    }

    /// <summary>One turn of an issue by itself: its text and fields, with what else is known of the issue, but not its words.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="place">The place of the turn.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units of the text and of each field that are read.</param>
    /// <param name="work">Takes the steps of who reads it; default: without limit.</param>
    public static MatchInput PrepareTurn(Issue issue, int place, string defaultLocale, int maxLength, WorkBudget? work = null)
    {
        var text = new MatchInput(work);
        text.Read(issue, CaseTexts.OfTurn(issue, place, maxLength), defaultLocale, maxLength);
        return text;
    }

    /// <summary>The last turn of an issue by itself; the issue, where it has none. See <see cref="PrepareTurn"/>.</summary>
    public static MatchInput PrepareNewest(Issue issue, string defaultLocale, int maxLength) =>
        issue.Turns.Count == 0
            ? Prepare(issue, defaultLocale, maxLength)
            : PrepareTurn(issue, issue.Turns.Count - 1, defaultLocale, maxLength);

    /// <summary>
    /// The issue as a rule reads it. A guard matches where it does by what all rules read or by what only guards read: nothing that may be
    /// a quote keeps it from what the person says.
    /// </summary>
    public MatchInput For(CompiledRule rule, FactValues facts) =>
        rule.Rule.Guard && ForGuards is var forGuards && forGuards != this && Truth(rule, forGuards, facts) > Truth(rule, this, facts)
            ? forGuards
            : this;

    /// <summary>Takes another issue; what was read of the one before must not be used any more. See <see cref="Prepare"/>.</summary>
    public void Read(Issue issue, string defaultLocale, int maxLength) =>
        Read(issue, issue.Turns.Count == 0 ? null : CaseTexts.Of(issue, maxLength), defaultLocale, maxLength);

    /// <summary>Lets go of the issue.</summary>
    public void Clear()
    {
        if (_hasTitle || _hasOwn || _hasWhole)
            ClearViews();
        if (_fields is { Count: > 0 })
        {
            foreach (var view in _fields.Values)
            {
                view?.Clear();
                if (view is not null)
                    (_spare ??= []).Push(view);
            }

            _fields.Clear();
        }

        _text.Clear();
        _title?.Clear();
        (Issue, Delivered) = (null!, null!);
        if (_hasForGuards)
            _forGuards!.Clear();
        (_case, _forExpressions) = (null, null);
        (_language, _knowsLanguage) = (null, false);
        (_hasForGuards, _hasMoreForGuards, _knowsMoreForGuards) = (false, false, false);
        (_hasTitle, _hasOwn, _hasWhole) = (false, false, false);
    }

    /// <summary>The texts that a leaf reads, title first.</summary>
    public ReadOnlySpan<TokenizedText> Views(TextPart part)
    {
        switch (part)
        {
            case TextPart.Title:
                return ReadTitle() ? _views.AsSpan(0, 1) : [];
            case TextPart.Text:
                ReadOwn();
                return _views.AsSpan(1, TextCount);
            case TextPart.Everything:
                ReadWhole();
                return Side(_views.AsSpan(Half));
            default:
                ReadOwn();
                return Side(_views);
        }
    }

    /// <summary>A field of the issue, its own ones included; null where it is absent.</summary>
    public TokenizedText? Field(string name)
    {
        _fields ??= new Dictionary<string, TokenizedText?>(StringComparer.Ordinal);
        if (_fields.TryGetValue(name, out var view))
            return view;
        view = ReadField(name);
        _fields.Add(name, view);
        return view;
    }

    /// <summary>The value of a fact as one view, cut to the limit.</summary>
    public TokenizedText OfFact(string name, string value)
    {
        var view = new TokenizedText { Work = Work };
        view.Read("fact:", name, TextLimit.Cut(value, MaxLength), turn: null);
        return view;
    }

    private TokenizedText? ReadField(string name)
    {
        var kind = IssueFields.BuiltIn(name);
        if (kind == IssueField.Title ? Issue.Title is null : ValueOf(kind, name) is null)
            return null;
        var view = _spare is { Count: > 0 } ? _spare.Pop() : new TokenizedText { Work = Work };
        if (kind == IssueField.Title)
            view.Read("field:", name, _title!, turn: null);
        else if (kind == IssueField.Text && _case is null)
            view.Read("field:", name, _text, turn: null);
        else
            view.Read("field:", name, TextLimit.Cut(ValueOf(kind, name)!, MaxLength), _case?.TurnOf(name));
        return view;
    }

    private string? ValueOf(IssueField? kind, string name) =>
        kind switch
        {
            IssueField.Id => Issue.Id,
            IssueField.Title => Issue.Title,
            IssueField.Text => _case?.Joined ?? Issue.Text,
            IssueField.Channel => Issue.Channel,
            IssueField.Product => Issue.Product,
            IssueField.Locale => Issue.Locale,
            IssueField.Tenant => Issue.Tenant,
            IssueField.Requester => Issue.Requester,
            IssueField.ReceivedAt => Issue.ReceivedAt?.ToString("O", CultureInfo.InvariantCulture),
            _ => Issue.Fields.TryGetValue(name, out var value) ? value : null,
        };

    // Whoever runs a portal may have stamped its locale on all that comes in.
    private bool TellsText =>
        LanguageTag.NamedBy(Issue.Locale) is not { IsEmpty: false } named
        || (ReadLanguage() is { } read && LanguageRelations.IsCertainlyNot(read, named));

    private string? ReadLanguage()
    {
        if (!_knowsLanguage)
            (_language, _knowsLanguage) = (FindLanguage(), true);
        return _language;
    }

    private string? FindLanguage()
    {
        var detector = LanguageDetector.OfThread;
        detector.Clear();
        var texts = Views(TextPart.Text);
        detector.Read(texts[0].Text, texts[0].Ranges);
        var newest = detector.Find();
        if (newest is not (null or Script.NotEnglish) || (texts.Length == 1 && Issue.Title is null))
            return newest;
        detector.Clear();
        foreach (var text in Views(TextPart.OwnWords))
            detector.Read(text.Text, text.Ranges);
        return detector.Find() ?? newest;
    }

    private string SeenTexts => SentenceEnds.WithoutParts(_case?.Joined ?? _text.ToString());

    private int Half => _views.Length / 2;

    private bool HasMoreForGuards
    {
        get
        {
            if (_knowsMoreForGuards)
                return _hasMoreForGuards;
            _knowsMoreForGuards = true;
            ReadOwn();
            return _hasMoreForGuards |=
                (_case?.HasMoreForGuards ?? SeenTextReader.HasMoreForGuards(_text))
                || (_title is not null && Issue.Title is not null && SeenTextReader.HasMoreForGuards(_title));
        }
    }

    private static Truth Truth(CompiledRule rule, MatchInput text, FactValues facts) => rule.When.Evaluate(text, facts);

    private void Read(Issue issue, CaseTexts? texts, string defaultLocale, int maxLength)
    {
        Clear();
        (Delivered, Issue, _case) = (issue, texts?.Issue ?? issue, texts);
        Locale = LanguageTag.SaysNothing(issue.Locale) ? defaultLocale : issue.Locale!;
        MaxLength = maxLength;
        if (texts is null)
            See(_text, issue.Text, issue.Format);
        if (Issue.Title is { } title)
            See(_title ??= new SeenText(), title, TextFormat.Plain);
        if (Half <= TextCount)
            Array.Resize(ref _views, 2 * (TextCount + 1));
    }

    private void See(SeenText seen, string text, TextFormat format)
    {
        if (_isForGuards)
            SeenTextReader.ReadForGuards(seen, text, format, MaxLength);
        else
            SeenTextReader.Read(seen, text, format, MaxLength);
    }

    private void ClearViews()
    {
        for (var at = 0; at <= TextCount; at++)
        {
            _views[at]?.Clear();
            _views[Half + at]?.Clear();
        }
    }

    private Span<TokenizedText> Side(Span<TokenizedText> half) => ReadTitle() ? half[..(TextCount + 1)] : half.Slice(1, TextCount);

    private bool ReadTitle()
    {
        if (_hasTitle || Issue.Title is null)
            return _hasTitle;
        View(0).Read("title", null, _title!, turn: null);
        View(Half).Read("title", null, _title!, turn: null);
        return _hasTitle = true;
    }

    private void ReadOwn()
    {
        if (_hasOwn)
            return;
        _hasOwn = true;
        for (var place = 0; place < TextCount; place++)
        {
            var (text, turn) = TextAt(place);
            var view = View(1 + place);
            var parts = view.ReadParts("text", text, turn);
            var mail = MailReader.OfThread;
            mail.Read(text.Text, text.Quotes, turn is null ? Issue.Title : null);
            mail.AddTo(parts, _isForGuards);
            _hasMoreForGuards |= mail.HasMoreForGuards;
        }
    }

    private void ReadWhole()
    {
        if (_hasWhole)
            return;
        _hasWhole = true;
        for (var place = 0; place < TextCount; place++)
        {
            var (text, turn) = TextAt(place);
            View(Half + 1 + place).Read("text", null, text, turn);
        }
    }

    private TokenizedText View(int place) => _views[place] ??= new TokenizedText { Work = Work };

    private (SeenText Text, string? Turn) TextAt(int place) => _case?[place] ?? (_text, null);
}
