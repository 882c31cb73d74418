namespace AutoResolve.Words;

/// <summary>A piece of a text, in UTF-16 positions.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;
}
