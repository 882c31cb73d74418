using System.Globalization;

namespace AutoResolve.Intake.Issues;

/// <summary>Makes an issue of names and values. Names of the issue's own are known in any case; every other name is a field.</summary>
internal sealed class IssueBuilder
{
    public static readonly string[] OwnNames =
    [
        "id",
        "text",
        "format",
        "title",
        "channel",
        "product",
        "locale",
        "tenant",
        "requester",
        "receivedAt",
        "tried",
    ];

    private static readonly Dictionary<string, TextFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["unknown"] = TextFormat.Unknown,
        ["plain"] = TextFormat.Plain,
        ["text/plain"] = TextFormat.Plain,
        ["html"] = TextFormat.Html,
        ["text/html"] = TextFormat.Html,
    };

    private static readonly char[] TriedSeparators = [' ', ',', ';', '|', '\t', '\n', '\r'];

    private readonly Dictionary<string, string> _own = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _tried = [];
    private TextFormat _format;
    private bool _hasText;
    private bool _hasFormat;

    public static bool IsOwn(string name) => OwnNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="BadIssueException">The name stands twice.</exception>
    public void Set(string name, string? value)
    {
        _hasText |= name.Equals("text", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase);
        if (value is null)
            return;

        if (name.Equals("format", StringComparison.OrdinalIgnoreCase))
            SetFormat(value.Trim());
        else if (name.Equals("tried", StringComparison.OrdinalIgnoreCase))
            AddTried(value.Split(TriedSeparators, StringSplitOptions.RemoveEmptyEntries));
        else if (!(IsOwn(name) ? _own : _fields).TryAdd(name, value))
            throw new BadIssueException($"'{name}' occurs twice.");
    }

    private void SetFormat(string value)
    {
        if (_hasFormat)
            throw new BadIssueException("'format' occurs twice.");
        _hasFormat = true;
        if (value.Length > 0 && !Formats.TryGetValue(value, out _format))
            throw new BadIssueException(
                $"'format' must be plain, html or unknown, which is how the text is written; found '{SafeText.Start(value, 40)}'."
            );
    }

    public void SetField(string name, string value)
    {
        if (!_fields.TryAdd(name, value))
            throw new BadIssueException($"The field '{name}' occurs twice.");
    }

    public void AddTried(IEnumerable<string> steps) => _tried.AddRange(steps);

    /// <exception cref="BadIssueException">There is no text, or a value cannot be read.</exception>
    public Issue Build(string defaultId)
    {
        if (!_hasText)
            throw new BadIssueException("An issue needs a 'text' or a 'title'.");
        return new Issue
        {
            Id = NotBlank("id") ?? defaultId,
            Text = _own.GetValueOrDefault("text") ?? "",
            Format = _format,
            Title = NotBlank("title"),
            Channel = NotBlank("channel"),
            Product = NotBlank("product"),
            Locale = NotBlank("locale"),
            Tenant = NotBlank("tenant"),
            Requester = NotBlank("requester"),
            ReceivedAt = ReceivedAt(),
            Fields = _fields,
            Tried = _tried,
        };
    }

    private string? NotBlank(string name) =>
        _own.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private DateTimeOffset? ReceivedAt()
    {
        if (NotBlank("receivedAt") is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new BadIssueException(
                $"'receivedAt' must be a date or a time such as 2026-11-01T14:30Z; found '{SafeText.Start(text, 40)}'."
            );
    }
}
