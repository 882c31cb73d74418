namespace AutoResolve.Matching.Indexing;

/// <summary>Where a phrase stands: its first word, and the place after its last.</summary>
internal readonly record struct PhrasePlace(int Start, int End)
{
    public int Words => End - Start;
}
