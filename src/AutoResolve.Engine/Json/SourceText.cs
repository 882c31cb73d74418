namespace AutoResolve.Json;

/// <summary>The text of a rule file, and where its lines begin.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string file, string text)
    {
        (File, Text) = (file, text);
        for (var next = 0; LineEnds.IndexIn(text.AsSpan(next)) is var end and >= 0; )
        {
            next += end + LineEnds.Length(text.AsSpan(next + end));
            _lineStarts.Add(next);
        }
    }

    public string File { get; }

    public string Text { get; }

    public int Line(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        return index >= 0 ? index + 1 : ~index;
    }

    public SourceLocation Locate(int offset, JsonPath path)
    {
        var line = Line(offset);
        return new SourceLocation(File, line, offset - _lineStarts[line - 1] + 1, path);
    }
}
