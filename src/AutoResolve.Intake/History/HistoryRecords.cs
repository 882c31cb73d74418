using System.Globalization;
using System.Text;
using CsvHelper;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.History;

/// <summary>The records of a history, one after the other, from JSON lines or CSV.</summary>
internal sealed class HistoryRecords(string path, HistoryProblems problems)
{
    private const int MaxLineLength = 4_000_000;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <returns>The number of each, and its values by column or key.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<(int Number, Dictionary<string, string> Values)> Read() => IsJson() ? JsonLines() : Csv();

    // By what is in it; only where that says nothing, by its name, so that what is wrong with it is told in the right words.
    private bool IsJson()
    {
        using var reader = Open();
        int letter;
        do letter = reader.Read();
        while (letter >= 0 && (char.IsWhiteSpace((char)letter) || letter == '\uFEFF'));
        return letter == '{' || Path.GetExtension(path).ToUpperInvariant() is ".JSONL" or ".NDJSON" or ".JSON";
    }

    private IEnumerable<(int, Dictionary<string, string>)> JsonLines()
    {
        using var reader = Open();
        var line = new StringBuilder();
        for (var number = 1; ReadLine(reader, line) is var fits and not null; number++)
        {
            if (fits == false)
            {
                problems.AddUnread(number, "it is longer than 4,000,000 characters");
                continue;
            }

            if (line.Length == 0 || string.IsNullOrWhiteSpace(line.ToString()))
                continue;
            if (Parse(line.ToString()) is { } values)
                yield return (number, values);
            else
                problems.AddUnread(number, "it is no JSON object");
        }
    }

    // Null at the end; false where the line was too long to keep.
    private static bool? ReadLine(StreamReader reader, StringBuilder line)
    {
        line.Clear();
        var fits = true;
        var any = false;
        for (int letter; (letter = reader.Read()) >= 0; )
        {
            any = true;
            if (letter == '\n')
                return fits;
            if (line.Length < MaxLineLength)
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
            if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
            {
                var name = (string)reader.Value!;
                reader.Read();
                if (JToken.ReadFrom(reader) is JValue { Value: not null } value)
                    Keep(values, name, value.ToString(CultureInfo.InvariantCulture));
            }

            return reader.TokenType == JsonToken.EndObject ? values : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<(int, Dictionary<string, string>)> Csv()
    {
        using var reader = Open();
        var options = CsvReaderOptions.Default with { HasHeader = false, MaxRecordSize = MaxLineLength, Separator = Separator() };
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
                Keep(values, header[column], row[column]);
            yield return (number, values);
        }
    }

    // Of several of one name, the first that says something.
    private static void Keep(Dictionary<string, string> values, string name, string value)
    {
        if (!values.TryGetValue(name, out var before) || VisibleText.IsBlank(before))
            values[name] = value;
    }

    private bool Next(CsvReader csv, int number)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException)
        {
            problems.AddUnread(number, "it is longer than 4,000,000 bytes; is a quotation mark never closed? The rest was not read");
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
        // A pipe would wait for a writer, perhaps for ever; it has no length, as what is empty.
        var file = new FileInfo(path);
        if ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length == 0)
            return StreamReader.Null;
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var head = new byte[1 << 20];
        using (var probe = File.OpenRead(path))
        {
            var length = probe.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            try
            {
                strict.GetDecoder().GetChars(head, 0, length, new char[length + 1], 0, flush: false);
            }
            catch (DecoderFallbackException)
            {
                return new StreamReader(path, Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
            }
        }

        return new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    }
}
