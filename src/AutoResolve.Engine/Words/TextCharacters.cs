namespace AutoResolve.Words;

/// <summary>Which characters a text has.</summary>
internal sealed class TextCharacters
{
    // A text with more of them may have any.
    private const int MaxOthers = 16;

    private readonly List<char> _others = [];

    /// <summary>Those that are not ASCII; see <see cref="HasMore"/>.</summary>
    public IReadOnlyList<char> Others => _others;

    /// <summary>Whether there are more others than are known.</summary>
    public bool HasMore { get; private set; }

    /// <summary>A bit for each of ASCII.</summary>
    public UInt128 Ascii { get; private set; }

    /// <summary>Takes another text.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        _others.Clear();
        HasMore = false;
        Span<ulong> ascii = stackalloc ulong[2];
        foreach (var character in text)
        {
            if (character < 128)
                ascii[character / 64] |= 1UL << (character % 64);
            else if (!HasMore && !_others.Contains(character))
                AddOther(character);
        }

        Ascii = new UInt128(ascii[1], ascii[0]);
    }

    private void AddOther(char character)
    {
        if (_others.Count == MaxOthers)
            HasMore = true;
        else
            _others.Add(character);
    }
}
