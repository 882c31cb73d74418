namespace AutoResolve.Languages;

/// <summary>The languages that a word or a letter is of, a bit each.</summary>
/// <param name="Telling">Those whose sentences are made of such words.</param>
/// <param name="Known">Those and all others that have it.</param>
internal readonly record struct WordLanguages(ulong Telling, ulong Known)
{
    /// <summary>No language.</summary>
    public static WordLanguages None => default;

    /// <summary>How much it says for a language: 2, 1 or 0.</summary>
    public int WeightOf(int language) => (int)((Telling >> language) & 1) + (int)((Known >> language) & 1);
}
