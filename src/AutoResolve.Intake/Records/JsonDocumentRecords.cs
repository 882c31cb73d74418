using System.Globalization;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Issues;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Records;

/// <summary>
/// Reads a JSON array of records or of pages of them, JSON objects one after the other, or a list that stands in an object, as in
/// <c>{"issues": […]}</c>, one
/// record at a time. What is not JSON ends the reading.
/// </summary>
internal sealed class JsonDocumentRecords
{
    private readonly JsonTextReader _reader;
    private readonly ColumnMap _columns;
    private readonly Queue<SourceRecord> _ready = new();

    // The members of the object at the top that is being read; null where none is.
    private List<KeyValuePair<string, JToken>>? _open;
    private int _lineOfOpen;
    private bool _isInList;
    private bool _hadList;
    private bool _isOver;
    private int _number;

    private JsonDocumentRecords(JsonTextReader reader, ColumnMap columns) => (_reader, _columns) = (reader, columns);

    public static IEnumerable<SourceRecord> Read(BoundedTextReader text, ColumnMap columns)
    {
        using var reader = StrictJson.Open(text);
        var records = new JsonDocumentRecords(reader, columns);
        while (true)
        {
            text.Allow(RecordSource.MaxLength);
            if (records.Next() is not { } record)
                yield break;
            yield return record;
        }
    }

    private SourceRecord? Next()
    {
        try
        {
            while (_ready.Count == 0 && !_isOver)
                Step();
        }
        catch (JsonReaderException exception)
        {
            Fail($"This is not JSON: {StrictJson.Explain(exception)} The rest of the file was not read.");
        }
        catch (BadIssueException exception)
        {
            Fail(exception.Message);
        }

        return _ready.TryDequeue(out var record) ? record : null;
    }

    private void Step()
    {
        if (!_reader.Read())
        {
            // Newtonsoft ends quietly inside what is not closed.
            if (_reader.Depth > 0)
                Fail("The file ends before the list does: ']' is missing.");
            _isOver = true;
            return;
        }

        switch (_reader.TokenType)
        {
            case JsonToken.Comment:
                break;
            case JsonToken.EndArray:
                _isInList = _open is null && _reader.Depth > 0;
                break;
            case JsonToken.StartArray when _reader.Depth == 0:
                _isInList = true;
                break;

            // A list of pages, as tools print that follow links to the next.
            case JsonToken.StartArray when _reader.Depth == 1 && _isInList && _open is null:
                break;
            case JsonToken.StartObject when _isInList:
                Add(_reader.LineNumber, StrictJson.Members(_reader));
                break;
            case JsonToken.StartObject:
                (_open, _lineOfOpen, _hadList) = ([], _reader.LineNumber, false);
                break;
            case JsonToken.PropertyName:
                ReadMember((string)_reader.Value!);
                break;
            case JsonToken.EndObject:
                Close();
                break;
            default:
                var line = _reader.LineNumber;
                _number++;
                _reader.Skip();
                _ready.Enqueue(SourceRecord.Bad(line, "An issue must be an object in braces { }."));
                break;
        }
    }

    private void ReadMember(string name)
    {
        _reader.Read();
        if (
            _reader.TokenType != JsonToken.StartArray
            || !ColumnData.Known.Lists.Contains(name)
            || JsonRecord.HasText(_open!.Select(member => member.Key))
        )
        {
            var value = JToken.ReadFrom(_reader);
            if (!_hadList)
                _open!.Add(KeyValuePair.Create(name, value));
            return;
        }

        _reader.Read();
        if (_reader.TokenType == JsonToken.StartObject)
        {
            (_isInList, _hadList) = (true, true);
            _open!.Clear();
            Add(_reader.LineNumber, StrictJson.Members(_reader));
            return;
        }

        // An empty list, or one of something else.
        _hadList |= _reader.TokenType == JsonToken.EndArray && _open!.Count == 0;
        while (_reader.TokenType != JsonToken.EndArray && _reader.Read())
            _reader.Skip();
    }

    private void Close()
    {
        if (!_hadList)
        {
            if (!JsonRecord.HasText(_open!.Select(member => member.Key)) && Nested(_open!.Select(member => member.Value)) is { } list)
            {
                foreach (var item in list)
                    Add(_lineOfOpen, item.Properties().Select(property => KeyValuePair.Create(property.Name, property.Value)));
            }
            else
            {
                Add(_lineOfOpen, _open!);
            }
        }

        _open = null;
    }

    // As in {"data": {"repository": {"issues": {"nodes": […]}}}}.
    private static List<JObject>? Nested(IEnumerable<JToken> values)
    {
        foreach (var source in values.OfType<JObject>())
        {
            foreach (var property in source.Properties())
            {
                if (
                    ColumnData.Known.Lists.Contains(property.Name)
                    && property.Value is JArray { Count: > 0 } list
                    && list.All(item => item is JObject)
                )
                    return [.. list.OfType<JObject>()];
            }

            if (Nested(source.PropertyValues()) is { } deeper)
                return deeper;
        }

        return null;
    }

    private void Add(int line, IEnumerable<KeyValuePair<string, JToken>> members)
    {
        _number++;
        try
        {
            _ready.Enqueue(
                new SourceRecord(
                    line,
                    string.Create(CultureInfo.InvariantCulture, $"item-{_number}"),
                    JsonRecord.Read(members, _columns),
                    null
                )
            );
        }
        catch (BadIssueException exception)
        {
            _ready.Enqueue(SourceRecord.Bad(line, exception.Message));
        }
    }

    private void Fail(string problem)
    {
        _isOver = true;
        _ready.Enqueue(SourceRecord.Bad(_reader.LineNumber, problem));
    }
}
