namespace AutoResolve.Words;

/// <summary>
/// What a person sees of a text, and where it stands in the source. Of a plain text that is the text itself; else a text that is made
/// of it in one or more steps.
/// </summary>
/// <remarks>Keeps its memory for the next text; not safe for several threads at once.</remarks>
internal sealed class SeenText
{
    private static readonly List<TextRange> NoQuotes = [];

    // Most texts need neither.
    private MadeText[] _steps = [];
    private List<TextRange>? _quotes;
    private int _count;
    private string? _asString;

    /// <summary>The text as it came in, cut to what is read of it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Whether there was more than is read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What a person sees.</summary>
    public ReadOnlySpan<char> Text => _count == 0 ? Source : _steps[_count - 1].Text;

    /// <summary>The pieces of it that are certainly quotes, since the markup says so; in order.</summary>
    public List<TextRange> Quotes => _quotes ?? NoQuotes;

    /// <summary>What was wrongly decoded on its way and is repaired.</summary>
    public UndecodedRemains Remains { get; set; }

    /// <summary>The piece of the source that is not seen since what hides it never ends; null where there is none.</summary>
    public TextRange? Unended { get; set; }

    /// <summary>Whether it is the text as it came in.</summary>
    public bool IsSource => _count == 0;

    public int Length => Text.Length;

    /// <summary>Takes another text; it is seen as it is until a step is added.</summary>
    public void Begin(string source, bool isCut)
    {
        Clear();
        (Source, IsCut) = (source, isCut);
    }

    /// <summary>Lets go of the text, but not of the memory.</summary>
    public void Clear()
    {
        (Source, IsCut, Remains, _count, _asString) = ("", false, UndecodedRemains.None, 0, null);
        Unended = null;
        _quotes?.Clear();
    }

    /// <summary>Takes the pieces that are quotes.</summary>
    public List<TextRange> NewQuotes() => _quotes ??= [];

    /// <summary>An empty text to be made of what is seen so far. It is what is seen once it is passed to <see cref="Add"/>.</summary>
    public MadeText NextStep()
    {
        if (_count == _steps.Length)
            _steps = [.. _steps, new MadeText()];
        _steps[_count].Clear();
        return _steps[_count];
    }

    /// <summary>Takes what <see cref="NextStep"/> gave as what is seen.</summary>
    public void Add() => _count++;

    /// <summary>Leaves out what is longer than may be read.</summary>
    public void Cut(int maxLength)
    {
        if (Length <= maxLength)
            return;
        IsCut = true;
        if (_count == 0)
            Source = TextLimit.Cut(Source, maxLength);
        else
            _steps[_count - 1].Cut(TextLimit.Cut(Text, maxLength).Length);
        for (var at = Quotes.Count - 1; at >= 0 && Quotes[at].End > Length; at--)
        {
            if (Quotes[at].Start >= Length)
                Quotes.RemoveAt(at);
            else
                Quotes[at] = new TextRange(Quotes[at].Start, Length - Quotes[at].Start);
        }
    }

    /// <summary>The piece of the source that a piece of what is seen is made of.</summary>
    public TextRange ToSource(TextRange range)
    {
        for (var step = _count - 1; step >= 0; step--)
            range = _steps[step].Map.ToSource(range);
        return range;
    }

    /// <summary>The piece of what is seen that is made of a piece of the source.</summary>
    public TextRange FromSource(TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        for (var step = 0; step < _count; step++)
        {
            var made = _steps[step];
            start = Math.Min(made.Map.FromSource(start), made.Length);
            end = Math.Min(made.Map.FromSource(end), made.Length);
        }

        start = Math.Min(start, Length);
        return new TextRange(start, Math.Clamp(end, start, Length) - start);
    }

    /// <summary>What is seen as a string, made when it is first asked for.</summary>
    public override string ToString() => _count == 0 ? Source : _asString ??= Text.ToString();
}

/// <summary>What a text was not decoded from on its way here.</summary>
[Flags]
internal enum UndecodedRemains
{
    None = 0,

    /// <summary>Quoted-printable: <c>=20</c>, <c>=E2=80=99</c>, lines that end in <c>=</c>.</summary>
    QuotedPrintable = 1,

    /// <summary>UTF-8 that was read as Windows-1252: <c>â€™</c>, <c>Ã©</c>.</summary>
    Mojibake = 2,

    /// <summary>Entities of HTML in plain text: <c>&amp;nbsp;</c>, <c>&amp;#39;</c>.</summary>
    Entities = 4,
}
