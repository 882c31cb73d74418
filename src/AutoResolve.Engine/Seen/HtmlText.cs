using System.Buffers;
using AutoResolve.Words;

namespace AutoResolve.Seen;

/// <summary>Writes what is seen of HTML: blanks collapse, blocks are lines. What begins another part of the text has
/// <see cref="SentenceEnds.OfPart"/> before it.</summary>
internal sealed class HtmlText
{
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\n\r\f\0\u00A0");

    private MadeText _seen = null!;
    private bool _beginsPart;

    public int Length => _seen.Length;

    public ReadOnlySpan<char> Text => _seen.Text;

    /// <summary>Whether it ends in a label, such as "Error code:".</summary>
    public bool EndsInLabel => _seen.Text.TrimEnd().EndsWith(":");

    public void Begin(MadeText seen) => (_seen, _beginsPart) = (seen, false);

    /// <summary>Adds characters that stand in the source as they are.</summary>
    public void Add(ReadOnlySpan<char> text, int source, bool preserves)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAny(Space);
            if (length < 0)
                length = text.Length;
            if (length > 0)
                BeginPart(source);
            _seen.AddCopy(text[..length], source);
            if (length == text.Length)
                return;
            AddSpace(text[length], source + length, preserves);
            text = text[(length + 1)..];
            source += length + 1;
        }
    }

    /// <summary>Adds what an entity stands for.</summary>
    public void AddEntity(ReadOnlySpan<char> characters, int source, int length)
    {
        if (characters is not ['\u00A0'])
        {
            BeginPart(source);
            _seen.AddReplaced(characters, source, length);
        }
        else if (_seen.Last != ' ')
            _seen.AddReplaced(" ", source, length);
    }

    /// <summary>Ends the line, unless it is empty.</summary>
    public void EndLine(int source)
    {
        if (_seen.Last != '\n')
            _seen.AddReplaced("\n", source, 0);
    }

    /// <summary>What follows has nothing to do with what is there.</summary>
    public void EndPart() => _beginsPart = _seen.Length > 0;

    /// <summary>Ends the line, even where it is empty.</summary>
    public void AddLineEnd(int source, int length) => _seen.AddReplaced("\n", source, length);

    /// <summary>Sets apart what follows.</summary>
    public void AddBlank(int source)
    {
        if (_seen.Last is not (' ' or '\n'))
            _seen.AddReplaced(" ", source, 0);
    }

    private void BeginPart(int source)
    {
        if (_beginsPart)
            _seen.AddReplaced([SentenceEnds.OfPart], source, 0);
        _beginsPart = false;
    }

    private void AddSpace(char space, int source, bool preserves)
    {
        if (space == '\0')
            return;
        if (preserves && space is '\n' or '\r')
            _seen.AddCopy([space], source);
        else if (space == '\u00A0' || preserves ? _seen.Last != ' ' : _seen.Last is not (' ' or '\n'))
            _seen.AddCopy(" ", source);
    }
}
