using System.Globalization;
using Newtonsoft.Json;

namespace AutoResolve.Json;

/// <summary>Reads strict JSON with comments and trailing commas into a tree.</summary>
/// <remarks>
/// Newtonsoft decides what the tokens are; a cursor of our own walks the text in step with it, because Newtonsoft tells where a token
/// ends and not
/// where it begins, and accepts more than JSON (single quotes, bare names, hexadecimal numbers, doubled commas).
/// </remarks>
internal sealed class JsonTreeReader
{
    public const int MaxDepth = 64;

    private const int MaxSharedNames = 1000;

    private readonly SourceText _source;
    private readonly Stack<Container> _open = new();
    private readonly Stack<Container> _closed = new();
    private readonly JsonComments _comments = new();
    private readonly List<JsonComment> _pending = [];
    private readonly DefaultJsonNameTable _names = new();
    private int _namesLeft = MaxSharedNames;
    private JsonNode? _root;

    /// <summary>The offset after the last token, its commas and colons not included.</summary>
    private int _position;

    /// <summary>The offset after the last complete value, while a comment on its line still belongs to it; else -1.</summary>
    private int _lastValueEnd = -1;

    /// <summary>The offset after the text that begins at the next token, if one does.</summary>
    private int _textEnd;

    private bool _commaMayFollow;

    private JsonTreeReader(SourceText source) => _source = source;

    public static JsonTree? Read(SourceText source, out JsonProblem? problem)
    {
        var reader = new JsonTreeReader(source);
        try
        {
            problem = null;
            return reader.Read();
        }
        catch (JsonProblemException exception)
        {
            problem = exception.Problem;
            return null;
        }
    }

    private JsonTree Read()
    {
        // To Newtonsoft a // with nothing behind it is no comment.
        var text = _source.Text.EndsWith("//", StringComparison.Ordinal) ? _source.Text + '\n' : _source.Text;
        using var json = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            Culture = CultureInfo.InvariantCulture,
            MaxDepth = MaxDepth + 1,
            PropertyNameTable = _names,
        };
        while (true)
        {
            var gap = JsonGap.After(_source.Text, _position);
            CheckBefore(gap);
            if (!Next(json, gap))
                break;
            Take(json, gap.End);
        }

        _comments.AddBefore(_source.Text.Length, _pending);
        return new JsonTree(_source, _root!, _comments);
    }

    private bool Next(JsonTextReader json, JsonGap gap)
    {
        try
        {
            if (json.Read())
                return true;
        }
        catch (JsonReaderException)
        {
            throw Problem(gap.End, SyntaxExplainer.Explain(_source, gap, State));
        }

        if (_root is null || _open.Count > 0)
            throw Problem(gap.End, SyntaxExplainer.Explain(_source, gap, State));
        return false;
    }

    private SyntaxState State => new(_open.TryPeek(out var open) ? open : null, _root is not null);

    private void CheckBefore(JsonGap gap)
    {
        var text = _source.Text;
        if ((gap.Comma is not null && !_commaMayFollow ? gap.Comma : gap.DoubledComma) is { } comma)
            throw Problem(comma, "A value is missing before this comma: add it, or delete the comma.");
        _commaMayFollow &= gap.Comma is null;
        if (gap.End == text.Length)
            return;
        if (text[gap.End] == '"')
        {
            (_textEnd, var problem) = StringScanner.Scan(text, gap.End);
            if (problem is not null)
                throw Problem(_textEnd, problem);
        }

        if (text[gap.End] is '{' or '[' && _open.Count == MaxDepth)
            throw new JsonProblemException(
                new(
                    JsonProblemKind.TooDeep,
                    gap.End,
                    ValuePath,
                    $"Nested more than {MaxDepth} deep: use named conditions ('conditions' and 'use') to make it flatter."
                )
            );
    }

    private void Take(JsonTextReader json, int start)
    {
        switch (json.TokenType)
        {
            case JsonToken.Comment:
                TakeComment(start);
                return;
            case JsonToken.PropertyName when At(start) == '"':
                TakeBefore(start);
                _position = _textEnd;
                _open.Peek().Key(Shared(json.Value as string ?? ""), start);
                return;
            case JsonToken.StartObject or JsonToken.StartArray:
                TakeBefore(start);
                Open(start, json.TokenType == JsonToken.StartObject);
                _position = start + 1;
                return;
            case JsonToken.EndObject or JsonToken.EndArray:
                TakeBefore(start);
                Complete(Close(start + 1));
                return;
            default:
                TakeBefore(start);
                Complete(Scalar(json, start));
                return;
        }
    }

    private void Open(int start, bool isObject)
    {
        if (!_closed.TryPop(out var container))
            container = new Container();
        container.Open(ValuePath, start, isObject);
        _open.Push(container);
    }

    private JsonNode Close(int end)
    {
        var container = _open.Pop();
        _closed.Push(container);
        return container.Close(_source, end);
    }

    // The first keys of a file are most likely all it has, again and again.
    private string Shared(string key) => _namesLeft-- > 0 ? _names.Add(key) : key;

    private JsonNode Scalar(JsonTextReader json, int start)
    {
        var text = _source.Text;
        if (json.TokenType == JsonToken.String && At(start) == '"')
            return new JsonString((string)json.Value!, _source, ValuePath, start, _textEnd);
        if (json.TokenType == JsonToken.Boolean)
            return new JsonBoolean((bool)json.Value!, _source, ValuePath, start, start + ((bool)json.Value! ? 4 : 5));
        if (json.TokenType == JsonToken.Null)
            return new JsonNull(_source, ValuePath, start, start + 4);
        if (
            json.TokenType is JsonToken.Integer or JsonToken.Float
            && NumberScanner.Scan(text, start) is { } end
            && decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            return new JsonNumber(number, _source, ValuePath, start, end);
        }

        throw Problem(start, SyntaxExplainer.Explain(_source, JsonGap.After(text, _position), State));
    }

    private void Complete(JsonNode node)
    {
        _position = _lastValueEnd = node.End;
        _commaMayFollow = true;
        if (_open.TryPeek(out var open))
            open.Add(node);
        else
            _root = node;
    }

    private void TakeBefore(int start)
    {
        _comments.AddBefore(start, _pending);
        _pending.Clear();
        _lastValueEnd = -1;
        _commaMayFollow = false;
    }

    private void TakeComment(int start)
    {
        var text = _source.Text;
        var isLine = text[start + 1] == '/';
        var end = isLine
            ? start + LineEnds.FirstLine(text.AsSpan(start)).Length
            : text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2;
        var comment = new JsonComment(start, text[start..end].TrimEnd());
        _comments.Add(comment);
        if (_lastValueEnd >= 0 && _source.Line(_lastValueEnd) == _source.Line(start) && EndsLine(end))
            _comments.AddAfter(_lastValueEnd, comment);
        else
            _pending.Add(comment);
        _position = end;
    }

    // A comment that more follows on its line speaks of what follows.
    private bool EndsLine(int end)
    {
        var text = _source.Text;
        while (end < text.Length && text[end] is ' ' or '\t' or ',')
            end++;
        return end == text.Length || LineEnds.Is(text[end]) || text[end] is '}' or ']' or '/';
    }

    private JsonPath ValuePath => _open.TryPeek(out var open) ? open.NextPath : JsonPath.Root;

    private char At(int offset) => offset < _source.Text.Length ? _source.Text[offset] : '\0';

    private JsonProblemException Problem(int offset, string message) => new(new(JsonProblemKind.Syntax, offset, ValuePath, message));
}
