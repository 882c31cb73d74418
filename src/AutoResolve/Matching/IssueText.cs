using System.Globalization;
using AutoResolve.Matching.Expressions;
using AutoResolve.Matching.Text;
using AutoResolve.Rules.Model;

namespace AutoResolve.Matching;

/// <summary>An issue made ready for matching: cut to the limit, own words found, words read once.</summary>
/// <remarks>Not safe for several threads at once: it remembers what it has read. It can be used again for another issue.</remarks>
internal sealed class IssueText
{
    // Title and own words, then title and whole text, so that the texts of each part stand side by side, title first.
    private const int OwnTitle = 0;
    private const int Own = 1;
    private const int WholeTitle = 2;
    private const int Whole = 3;

    // Each made when first needed.
    private readonly TextView[] _views = new TextView[4];
    private List<TextRange>? _ownRanges;

    // By the name as a rule writes it, since evidence repeats it.
    private Dictionary<string, TextView?>? _fields;
    private Stack<TextView>? _spare;
    private ExpressionIssue? _forExpressions;
    private IReadOnlyList<int> _starts = [];
    private bool _hasTitle;
    private bool _hasOwn;
    private bool _hasWhole;

    /// <summary>The issue as it came in, its turns joined to one text; evidence counts positions in its title and text.</summary>
    public Issue Issue { get; private set; } = null!;

    /// <summary>The issue as it came in, its turns apart.</summary>
    public Issue Delivered { get; private set; } = null!;

    /// <summary>The issue's locale, or the host's default.</summary>
    public string Locale { get; private set; } = "";

    /// <summary>True where title, text or a field were longer than the limit and the rest was not read.</summary>
    public bool Truncated =>
        Issue.Text.Length > MaxLength || Issue.Title?.Length > MaxLength || Array.Exists(Issue.FieldList, entry => entry.Value.Length > MaxLength);

    /// <summary>The most UTF-16 units of title, text and each field that are read.</summary>
    public int MaxLength { get; private set; }

    /// <summary>The issue as expressions see it.</summary>
    public ExpressionIssue ForExpressions => _forExpressions ??= new ExpressionIssue(this);

    /// <summary>Whether the text has neither quoted replies nor signatures.</summary>
    public bool IsAllOwn
    {
        get
        {
            var own = Views(TextPart.Text)[0];
            return own.Ranges is [{ Start: 0 } range] && range.Length == own.Text.Length;
        }
    }

    /// <param name="issue">The issue.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units of title, text and each field that are read.</param>
    public static IssueText Prepare(Issue issue, string defaultLocale, int maxLength)
    {
        var text = new IssueText();
        text.Read(issue, defaultLocale, maxLength);
        return text;
    }

    /// <summary>One turn of an issue by itself: its text and fields, with what else is known of the issue, but not its words.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="place">The place of the turn.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units that are read.</param>
    public static IssueText PrepareTurn(Issue issue, int place, string defaultLocale, int maxLength)
    {
        var turn = issue.Turns[place];
        return Prepare(
            issue with { Title = null, Text = turn.Text, Fields = turn.Fields, Tried = turn.Tried, Turns = [], Replies = [] },
            defaultLocale,
            maxLength);
    }

    /// <summary>The last turn of an issue by itself. See <see cref="PrepareTurn"/>.</summary>
    public static IssueText PrepareNewest(Issue issue, string defaultLocale, int maxLength) =>
        PrepareTurn(issue, issue.Turns.Count - 1, defaultLocale, maxLength);

    /// <summary>Takes another issue; what was read of the one before must not be used any more. See <see cref="Prepare"/>.</summary>
    public void Read(Issue issue, string defaultLocale, int maxLength)
    {
        Clear();
        Delivered = issue;
        (Issue, _starts) = issue.Turns.Count == 0 ? (issue, []) : (JoinedTurns.Join(issue, out var starts), starts);
        Locale = string.IsNullOrWhiteSpace(issue.Locale) ? defaultLocale : issue.Locale;
        MaxLength = maxLength;
    }

    /// <summary>Lets go of the issue.</summary>
    public void Clear()
    {
        if (_hasTitle || _hasOwn || _hasWhole)
        {
            foreach (TextView? view in _views)
                view?.Clear();
        }

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

        (Issue, Delivered) = (null!, null!);
        _forExpressions = null;
        (_hasTitle, _hasOwn, _hasWhole) = (false, false, false);
    }

    /// <summary>The texts that a leaf reads, title first.</summary>
    public ReadOnlySpan<TextView> Views(TextPart part)
    {
        switch (part)
        {
            case TextPart.Title:
                return ReadTitle() ? _views.AsSpan(OwnTitle, 1) : [];
            case TextPart.Text:
                ReadOwn();
                return _views.AsSpan(Own, 1);
            case TextPart.Everything:
                ReadWhole();
                return ReadTitle() ? _views.AsSpan(WholeTitle, 2) : _views.AsSpan(Whole, 1);
            default:
                ReadOwn();
                return ReadTitle() ? _views.AsSpan(OwnTitle, 2) : _views.AsSpan(Own, 1);
        }
    }

    /// <summary>A field of the issue, its own ones included; null where it is absent.</summary>
    public TextView? Field(string name)
    {
        _fields ??= new Dictionary<string, TextView?>(StringComparer.Ordinal);
        if (_fields.TryGetValue(name, out var view))
            return view;
        if (ValueOf(name) is { } value)
        {
            view = _spare is { Count: > 0 } ? _spare.Pop() : new TextView();
            ReadWhole(view, "field:", value, name);
        }

        _fields.Add(name, view);
        return view;
    }

    /// <summary>The value of a fact as one view, cut to the limit.</summary>
    public TextView OfFact(string name, string value)
    {
        var view = new TextView();
        ReadWhole(view, "fact:", value, name);
        return view;
    }

    private string? ValueOf(string name) => IssueFields.BuiltIn(name) switch
    {
        IssueField.Id => Issue.Id,
        IssueField.Title => Issue.Title,
        IssueField.Text => Issue.Text,
        IssueField.Channel => Issue.Channel,
        IssueField.Product => Issue.Product,
        IssueField.Locale => Issue.Locale,
        IssueField.Tenant => Issue.Tenant,
        IssueField.Requester => Issue.Requester,
        IssueField.ReceivedAt => Issue.ReceivedAt?.ToString("O", CultureInfo.InvariantCulture),
        _ => Issue.Fields.TryGetValue(name, out var value) ? value : null,
    };

    private bool ReadTitle()
    {
        if (_hasTitle || Issue.Title is null)
            return _hasTitle;
        ReadWhole(_views[OwnTitle] ??= new TextView(), "title", Issue.Title);
        ReadWhole(_views[WholeTitle] ??= new TextView(), "title", Issue.Title);
        return _hasTitle = true;
    }

    private void ReadOwn()
    {
        if (_hasOwn)
            return;
        _hasOwn = true;
        var text = Cut(Issue.Text);
        FindOwnWords(text, _ownRanges ??= []);
        (_views[Own] ??= new TextView()).Read("text", null, text, _ownRanges);
    }

    // What is quoted in one turn says nothing of where the next one begins.
    private void FindOwnWords(string text, List<TextRange> ranges)
    {
        OwnWords.Find(text.AsSpan(0, Math.Min(text.Length, _starts.Count > 1 ? _starts[1] : text.Length)), ranges);
        if (_starts.Count < 2)
            return;
        var found = new List<TextRange>(ranges);
        for (var place = 1; place < _starts.Count && _starts[place] < text.Length; place++)
        {
            var end = place + 1 < _starts.Count ? Math.Min(_starts[place + 1], text.Length) : text.Length;
            OwnWords.Find(text.AsSpan(_starts[place]..end), ranges);
            foreach (var range in ranges)
                found.Add(range with { Start = range.Start + _starts[place] });
        }

        ranges.Clear();
        ranges.AddRange(found);
    }

    private void ReadWhole()
    {
        if (_hasWhole)
            return;
        _hasWhole = true;
        ReadWhole(_views[Whole] ??= new TextView(), "text", Issue.Text);
    }

    private void ReadWhole(TextView view, string source, string text, string? name = null) =>
        view.Read(source, name, Cut(text));

    // Never between the two halves of a surrogate pair.
    private string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        var splitsPair = MaxLength > 0 && char.IsHighSurrogate(text[MaxLength - 1]) && char.IsLowSurrogate(text[MaxLength]);
        var length = splitsPair ? MaxLength - 1 : MaxLength;
        return text[..length];
    }
}
