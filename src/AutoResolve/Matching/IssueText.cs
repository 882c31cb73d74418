using System.Globalization;
using AutoResolve.Matching.Text;
using AutoResolve.Rules.Model;

namespace AutoResolve.Matching;

/// <summary>An issue made ready for matching: cut to the limit, own words found, words read once.</summary>
/// <remarks>Not safe for several threads at once: it remembers what it has read.</remarks>
internal sealed class IssueText
{
    // By the name as a rule writes it, since evidence repeats it.
    private readonly Dictionary<string, TextView?> _fields = new(StringComparer.Ordinal);
    private readonly int _maxLength;
    private readonly TextView? _title;
    private readonly TextView _own;
    private TextView? _whole;

    private IssueText(Issue issue, string locale, int maxLength)
    {
        Issue = issue;
        Locale = locale;
        _maxLength = maxLength;
        _title = issue.Title is null ? null : Whole("title", issue.Title);
        var text = Cut(issue.Text);
        _own = new TextView("text", text, OwnWords.Find(text, text.Length));
    }

    /// <summary>The issue as it came in; evidence counts positions in its title and text.</summary>
    public Issue Issue { get; }

    /// <summary>The issue's locale, or the host's default.</summary>
    public string Locale { get; }

    /// <summary>True where title, text or a field were longer than the limit and the rest was not read.</summary>
    public bool Truncated =>
        Issue.Text.Length > _maxLength || Issue.Title?.Length > _maxLength || Issue.Fields.Values.Any(value => value.Length > _maxLength);

    /// <param name="issue">The issue.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units of title, text and each field that are read.</param>
    public static IssueText Prepare(Issue issue, string defaultLocale, int maxLength) =>
        new(issue, string.IsNullOrWhiteSpace(issue.Locale) ? defaultLocale : issue.Locale, maxLength);

    /// <summary>The texts that a leaf reads, title first.</summary>
    public IEnumerable<TextView> Views(TextPart part)
    {
        if (_title is not null && part != TextPart.Text)
            yield return _title;
        if (part is TextPart.OwnWords or TextPart.Text)
            yield return _own;
        else if (part == TextPart.Everything)
            yield return _whole ??= Whole("text", Issue.Text);
    }

    /// <summary>A field of the issue, its own ones included; null where it is absent.</summary>
    public TextView? Field(string name)
    {
        if (!_fields.TryGetValue(name, out var view))
        {
            view = ValueOf(name) is { } value ? Whole($"field:{name}", value) : null;
            _fields.Add(name, view);
        }

        return view;
    }

    /// <summary>A text as one view, cut to the limit.</summary>
    public TextView Whole(string source, string text)
    {
        var cut = Cut(text);
        return new TextView(source, cut, [new TextRange(0, cut.Length)]);
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

    // Never between the two halves of a surrogate pair.
    private string Cut(string text)
    {
        if (text.Length <= _maxLength)
            return text;
        var splitsPair = _maxLength > 0 && char.IsHighSurrogate(text[_maxLength - 1]) && char.IsLowSurrogate(text[_maxLength]);
        var length = splitsPair ? _maxLength - 1 : _maxLength;
        return text[..length];
    }
}
