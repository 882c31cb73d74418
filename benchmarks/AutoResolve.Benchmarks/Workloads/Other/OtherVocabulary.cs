namespace AutoResolve.Benchmarks.Workloads.Other;

/// <summary>Words of another make than <see cref="Vocabulary"/>, and names of products.</summary>
internal sealed class OtherVocabulary
{
    public const int Size = 40_000;

    private const int ProductCount = 2_000;

    private static readonly string[] Starts = ["b", "d", "f", "g", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "sc", "sl"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ee", "oo", "ie"];
    private static readonly string[] Middles = ["n", "r", "l", "m", "st", "nd", "rt", "ll", "mb", "ss"];
    private static readonly string[] Ends = ["lt", "st", "nd", "ng", "sk", "rd", "mb", "rk", "lf", "nk", "wn", "lp"];

    public OtherVocabulary(int seed)
    {
        var made = MadeWords.Make(Size + ProductCount, new Random(seed), MakeOne);

        // Every so many, so that names are of all lengths.
        const int Step = Size / ProductCount;
        Products = [.. made.Where((_, rank) => IsProduct(rank)).Select(word => char.ToUpperInvariant(word[0]) + word[1..])];
        Words = [.. made.Where((_, rank) => !IsProduct(rank))];

        static bool IsProduct(int rank) => rank % Step == Step / 2 && rank / Step < ProductCount;
    }

    /// <summary>The most frequent first.</summary>
    public string[] Words { get; }

    public string[] Products { get; }

    private static string MakeOne(Random random)
    {
        var word = Pick(Starts, random) + Pick(Vowels, random);
        for (var syllable = random.Next(1, 3); syllable > 0; syllable--)
            word += Pick(Middles, random) + Pick(Vowels, random);
        return word + Pick(Ends, random);
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
