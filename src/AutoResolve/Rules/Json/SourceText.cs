namespace AutoResolve.Rules.Json;

/// <summary>The text of a rule file, and where its lines begin.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string file, string text)
    {
        (File, Text) = (file, text);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
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
        return new SourceLocation(File, line, offset - _lineStarts[line - 1] + 1, path.ToString());
    }
}
