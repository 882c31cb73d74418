using System.Globalization;
using System.Text;
using AutoResolve.Privacy;
using CsvHelper;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.History;

/// <summary>Reads past issues, one after the other, from JSON lines or CSV. Personal data are masked as they are read.</summary>
internal sealed class HistoryFile(string path, HistoryColumns columns, KeyValuePair<string, string>? where = null)
{
    /// <summary>Longer texts are cut; what decides stands at their beginning.</summary>
    private const int LongestText = 4_000;
    private const int LongestLine = 4_000_000;
    private const int MostNames = 30;
    private const int MostKnown = 1_000;
    private const double MostMinutes = 100_000;

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyyMMdd",
        "M/d/yyyy H:mm:ss", "M/d/yyyy H:mm", "M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt", "M/d/yyyy", "d.M.yyyy H:mm:ss", "d.M.yyyy H:mm", "d.M.yyyy", "d-MMM-yyyy", "MMM d, yyyy", "d MMM yyyy",
    ];

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly PersonalDataRedactor _redactor = new();
    private readonly SortedSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public string Path { get; } = path;

    /// <summary>The zone of dates that name none. Default: UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether issues without a text are left out, and texts are read at all. Default: true.</summary>
    public bool NeedsText { get; init; } = true;

    /// <summary>The columns or keys that are there, so far as it has been read.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Those of them that say nothing of an issue.</summary>
    public IReadOnlyList<string> Unused => [.. _names.Where(name => !columns.Knows(name))];

    /// <summary>Which of some things no column holds.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> wanted) => [.. wanted.Where(what => !columns.Of(what).Any(_names.Contains))];

    /// <summary>What could not be used, so far as it has been read.</summary>
    public HistoryProblems Problems { get; } = new();

    /// <exception cref="HistoryException">There is no text in it, or a named column is missing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<PastIssue> Read()
    {
        var records = System.IO.Path.GetExtension(Path).ToUpperInvariant() is ".CSV" or ".TSV" or ".TXT" ? Csv() : JsonLines();
        var (read, used) = (0, 0);
        foreach (var (number, values) in records)
        {
            read++;
            Know(values.Keys);
            if (where is { } wanted && !(values.TryGetValue(wanted.Key, out var has) && has.Equals(wanted.Value, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (Issue(number, values) is not { } issue)
                continue;
            used++;
            yield return issue;
        }

        if (columns.Given.FirstOrDefault(pair => !_names.Contains(pair.Value)) is { Key: not null } missing && read > 0)
            throw new HistoryException($"{Path} has no column '{missing.Value}' for {missing.Key}. It has {string.Join(", ", _names.Take(MostNames))}.");
        if (used == 0)
        {
            throw new HistoryException(read == 0
                ? $"{Path} holds no issues{(Problems.Unread > 0 ? ": none of its records could be read, so it is neither JSON lines nor CSV with a header line" : "")}."
                : $"No record of {Path} has a text{(where is null ? "" : " and fits")}. Say which column holds it with --column text=NAME; it has {string.Join(", ", _names.Take(MostNames))}.");
        }
    }

    // JSON lines may each have keys of their own.
    private void Know(IEnumerable<string> names)
    {
        if (_names.Count < MostKnown)
            _names.UnionWith(names);
    }

    private PastIssue? Issue(int number, Dictionary<string, string> values)
    {
        var text = NeedsText ? Find(values, "text") : "";
        if (text is null)
        {
            Problems.AddUnread(number, "it has no text");
            return null;
        }

        return new PastIssue
        {
            Number = number,
            Text = Clean(text),
            Label = Find(values, "label"),
            Date = Date(number, Find(values, "date")),
            Team = Find(values, "team"),
            Tier = Tier(number, Find(values, "tier")),
            Minutes = Minutes(number, Find(values, "minutes")),
            Answer = NeedsText && Find(values, "answer") is { } answer ? Clean(answer) : null,
            Reopened = Flag(number, "reopened", Find(values, "reopened")),
            Escalated = Flag(number, "escalated", Find(values, "escalated")),
            Channel = Find(values, "channel"),
            Product = Find(values, "product"),
            Locale = Find(values, "locale"),
        };
    }

    private string? Find(Dictionary<string, string> values, string what)
    {
        foreach (var column in columns.Of(what))
        {
            if (values.TryGetValue(column, out var value) && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
        }

        return null;
    }

    private string Clean(string text) => _redactor.Redact(text.Length > LongestText ? text[..LongestText] : text);

    private DateTimeOffset? Date(int number, string? text)
    {
        if (text is null)
            return null;
        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces, out var local))
        {
            if (local.Kind == DateTimeKind.Unspecified)
                return OfZone(local);
            if (DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
                return date;
        }

        if (LooksDayFirst(text))
            Problems.DayFirst ??= number;
        Problems.Add(number, "its date could not be read, so it counts as undated");
        return null;
    }

    // Months are first where there are slashes; a thirteenth month says that they are not, and that what could be read was misread.
    private static bool LooksDayFirst(string text) =>
        text.Split('/') is [var day, var month, ..] && int.TryParse(day, CultureInfo.InvariantCulture, out var first) && int.TryParse(month, CultureInfo.InvariantCulture, out var second) && first is > 12 and <= 31 && second is >= 1 and <= 12;

    // A time that clocks skipped is that of an hour later; of a time that came twice, the first counts.
    private DateTimeOffset OfZone(DateTime local)
    {
        if (Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);

        // The first and the last day of the calendar have no instant in every zone.
        return local.Year is > 1 and < 9999 ? new DateTimeOffset(local, offset) : new DateTimeOffset(local, TimeSpan.Zero);
    }

    private double? Number(int number, string what, string? text)
    {
        if (text is null)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        Problems.Add(number, $"its {what} is no number");
        return null;
    }

    private double? Minutes(int number, string? text)
    {
        if (Number(number, "minutes", text) is not { } minutes)
            return null;
        if (minutes is >= 0 and <= MostMinutes)
            return minutes;
        Problems.Add(number, "its minutes cannot be");
        return null;
    }

    private int? Tier(int number, string? text)
    {
        if (Number(number, "tier", text) is not { } tier)
            return null;
        if (tier is 0 or 1 or 2 or 3)
            return (int)tier;
        Problems.Add(number, "its tier is none of 0 to 3");
        return null;
    }

    private bool? Flag(int number, string what, string? text)
    {
        switch (text?.ToUpperInvariant())
        {
            case "TRUE" or "YES" or "Y" or "1":
                return true;
            case "FALSE" or "NO" or "N" or "0":
                return false;
            case null:
                return null;
            default:
                Problems.Add(number, $"its {what} is neither yes nor no");
                return null;
        }
    }

    private IEnumerable<(int, Dictionary<string, string>)> JsonLines()
    {
        using var reader = Open();
        var line = new StringBuilder();
        for (var number = 1; ReadLine(reader, line) is var fits and not null; number++)
        {
            if (fits == false)
            {
                Problems.AddUnread(number, "it is longer than 4,000,000 characters");
                continue;
            }

            if (line.Length == 0 || string.IsNullOrWhiteSpace(line.ToString()))
                continue;
            if (Parse(line.ToString()) is { } values)
                yield return (number, values);
            else
                Problems.AddUnread(number, "it is no JSON object");
        }
    }

    // Null at the end; false where the line was too long to keep.
    private static bool? ReadLine(StreamReader reader, StringBuilder line)
    {
        line.Clear();
        var fits = true;
        var any = false;
        for (int letter; (letter = reader.Read()) >= 0;)
        {
            any = true;
            if (letter == '\n')
                return fits;
            if (line.Length < LongestLine)
                line.Append((char)letter);
            else
                fits = false;
        }

        return any ? fits : null;
    }

    private static Dictionary<string, string>? Parse(string line)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None, MaxDepth = 32 };
            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var property in JObject.Load(reader).Properties())
            {
                if (property.Value is JValue { Value: not null } value)
                    values[property.Name] = value.ToString(CultureInfo.InvariantCulture);
            }

            return values;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<(int, Dictionary<string, string>)> Csv()
    {
        using var reader = Open();
        var options = CsvReaderOptions.Default with { HasHeader = false, MaxRecordSize = LongestLine, Separator = Separator() };
        using var csv = CsvReader.Create(reader, options, leaveOpen: true);
        string[]? header = null;
        for (var number = 0; Next(csv, number); number++)
        {
            var row = csv.Current.ToArray();
            if (header is null)
            {
                header = [.. row.Select(name => name.Trim().TrimStart('\uFEFF'))];
                continue;
            }

            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var column = 0; column < Math.Min(header.Length, row.Length); column++)
                values[header[column]] = row[column];
            yield return (number, values);
        }
    }

    private bool Next(CsvReader csv, int number)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException)
        {
            Problems.AddUnread(number, "it is longer than 4,000,000 bytes; is a quotation mark never closed? The rest was not read");
            return false;
        }
    }

    // Spreadsheets of half the world write semicolons.
    private char Separator()
    {
        using var reader = Open();
        var line = new StringBuilder();
        ReadLine(reader, line);
        var header = line.ToString();
        return Separators.MaxBy(candidate => header.Count(letter => letter == candidate));
    }

    // Bytes that are no UTF-8 are taken for Latin-1, as old spreadsheets write it, where the first megabyte holds any.
    private StreamReader Open()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var head = new byte[1 << 20];
        using (var probe = File.OpenRead(Path))
        {
            var length = probe.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            try
            {
                strict.GetDecoder().GetChars(head, 0, length, new char[length + 1], 0, flush: false);
            }
            catch (DecoderFallbackException)
            {
                return new StreamReader(Path, Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
            }
        }

        return new StreamReader(Path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    }
}
