using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Dates;
using AutoResolve.Intake.Records;

namespace AutoResolve.Intake.Issues;

/// <summary>Makes an issue of a record, the same for whatever is done with it.</summary>
/// <param name="options">How it is read.</param>
/// <param name="order">Whether dates have the day first.</param>
internal sealed class IssueMaker(ReadingOptions options, DateOrder order)
{
    private static readonly Dictionary<string, TextFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["unknown"] = TextFormat.Unknown,
        ["plain"] = TextFormat.Plain,
        ["text/plain"] = TextFormat.Plain,
        ["html"] = TextFormat.Html,
        ["text/html"] = TextFormat.Html,
    };

    private static readonly char[] TriedSeparators = [' ', ',', ';', '|', '\t', '\n', '\r'];

    /// <param name="values">The record.</param>
    /// <param name="defaultId">The id of an issue that has none.</param>
    /// <param name="unread">Takes what could not be read, with what it should have said.</param>
    /// <exception cref="BadIssueException">It is no issue.</exception>
    public Issue Make(RecordValues values, string defaultId, Action<UnreadCell>? unread = null)
    {
        var (format, formatAt) = Format(values, unread);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < values.Layout.Names.Count; place++)
        {
            var name = values.Layout.Names[place];
            if (name.Length == 0 || place == formatAt || values.Layout.IsOwn(place) || values.At(place) is not { } value)
                continue;
            fields[name] = fields.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }

        // A rule names a field in one word.
        foreach (var (name, value) in fields.ToList())
        {
            if (ColumnData.InOneWord(name) is { } word && !values.Layout.Names.Contains(word, StringComparer.OrdinalIgnoreCase))
                fields.TryAdd(word, value);
        }

        return new Issue
        {
            Id = Find(values, "id") ?? defaultId,
            Text = values.Find("text")?.Value ?? Whole(values, "text") ?? "",
            Format = format,
            Title = Find(values, "title"),
            Channel = Find(values, "channel"),
            Product = Find(values, "product"),
            Locale = Find(values, "locale"),
            Tenant = Find(values, "tenant"),
            Requester = Find(values, "requester"),
            ReceivedAt = Date(values, unread),
            Fields = fields,
            Tried = Tried(values),
            Turns = values.Turns is { } turns ? TurnMaker.Make(turns, options.Zone, order) : [],
        };
    }

    /// <summary>Whether there is a place for a text or a title, if only an empty one.</summary>
    public static bool HasText(RecordValues values) => values.Layout.Of("text").Count + values.Layout.Of("title").Count > 0;

    // Any other value of that name is a field, as it is in the exports of systems that mean something else by it.
    private static (TextFormat Format, int Place) Format(RecordValues values, Action<UnreadCell>? unread)
    {
        if (values.Find("format") is not { } said)
            return (TextFormat.Unknown, -1);
        if (Formats.TryGetValue(said.Value.Trim(), out var format))
            return (format, said.Place);
        unread?.Invoke(
            new UnreadCell(
                "format",
                values.Layout.Names[said.Place],
                said.Value,
                "write plain, html or unknown, which is how the text is written"
            )
        );
        return (TextFormat.Unknown, -1);
    }

    private DateTimeOffset? Date(RecordValues values, Action<UnreadCell>? unread)
    {
        if (values.Find("date") is not { } found)
            return null;
        var text = found.Value.Trim();
        if (DateReader.TryRead(text, options.Zone, order.ForAmbiguous, out var date))
            return date;
        unread?.Invoke(new UnreadCell("date", values.Layout.Names[found.Place], text, DateCure.Of(text, order)));
        return null;
    }

    private static string? Find(RecordValues values, string what) => values.Find(what)?.Value.Trim();

    // A blank text is one.
    private static string? Whole(RecordValues values, string what) =>
        values.Layout.Of(what).Select(values.At).FirstOrDefault(value => value is not null);

    private static List<string> Tried(RecordValues values)
    {
        var tried = new List<string>();
        foreach (var parts in values.Layout.Of("tried").Select(values.PartsAt))
        {
            if (parts is [var only])
                tried.AddRange(only.Split(TriedSeparators, StringSplitOptions.RemoveEmptyEntries));
            else
                tried.AddRange(parts);
        }

        return tried;
    }
}

/// <summary>A value that could not be read.</summary>
/// <param name="What">What it should have said.</param>
/// <param name="Column">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="Cure">What to write instead.</param>
internal sealed record UnreadCell(string What, string Column, string Text, string Cure);
