namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Made words that look like English, the most frequent first, and short words between them that no rule uses.</summary>
internal static class Vocabulary
{
    public const int Size = 30_000;

    private static readonly string[] Onsets =
    [
        "b",
        "c",
        "d",
        "f",
        "g",
        "h",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "v",
        "br",
        "cl",
        "cr",
        "dr",
        "fl",
        "gr",
        "pl",
        "pr",
        "sh",
        "sp",
        "st",
        "th",
        "tr",
    ];

    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];

    // After these an ending is added and nothing is taken off, so that a form of a word begins with the word.
    private static readonly string[] Codas = ["ck", "lk", "lm", "ld", "mp", "nk", "nt", "rk", "rm", "rn", "rp", "rt", "pt", "ft"];

    public static readonly string[] Words = MadeWords.Make(Size, new Random(1), MakeOne);

    public static readonly string[] Fillers = (
        "the to and a i is my it in of that on for was not with but can't when this have so me at it's they still then"
        + " or be don't you an as no are from I'm if what again there"
    ).Split(' ');

    private static string MakeOne(Random random)
    {
        var word = "";
        for (var syllable = random.Next(2, 4); syllable > 0; syllable--)
            word += Pick(Onsets, random) + Pick(Vowels, random);
        return word + Pick(Codas, random);
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
