namespace AutoResolve.Matching.Phrases;

/// <summary>Where a phrase stands: its first word, and the place after its last.</summary>
internal readonly record struct Occurrence(int Start, int End)
{
    public int Words => End - Start;
}
