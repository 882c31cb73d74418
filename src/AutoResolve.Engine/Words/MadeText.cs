namespace AutoResolve.Words;

/// <summary>A text that is made of another one, and where it stands there. Keeps its memory for the next text.</summary>
internal sealed class MadeText
{
    private char[] _characters = [];

    public int Length { get; private set; }

    public SourceMap Map { get; } = new();

    public ReadOnlySpan<char> Text => _characters.AsSpan(0, Length);

    /// <summary>The last character; a line feed where there is none.</summary>
    public char Last => Length == 0 ? '\n' : _characters[Length - 1];

    /// <summary>Begins another text.</summary>
    public void Clear()
    {
        Length = 0;
        Map.Clear();
    }

    /// <summary>Adds a piece of the source as it is.</summary>
    public void AddCopy(ReadOnlySpan<char> piece, int source)
    {
        if (piece.IsEmpty)
            return;
        Map.AddCopy(Length, source);
        Append(piece);
    }

    /// <summary>Adds what stands for a piece of the source.</summary>
    public void AddReplaced(ReadOnlySpan<char> piece, int source, int length)
    {
        if (piece.IsEmpty)
            return;
        Map.AddReplaced(Length, source, length);
        Append(piece);
    }

    /// <summary>Leaves out what is behind a length.</summary>
    public void Cut(int length) => Length = Math.Min(Length, length);

    private void Append(ReadOnlySpan<char> piece)
    {
        if (Length + piece.Length > _characters.Length)
            Array.Resize(ref _characters, Math.Max(256, Math.Max(Length + piece.Length, _characters.Length * 2)));
        piece.CopyTo(_characters.AsSpan(Length));
        Length += piece.Length;
    }
}
