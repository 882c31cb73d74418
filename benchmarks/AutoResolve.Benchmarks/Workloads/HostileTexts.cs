using System.Text;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Texts of 100,000 characters: an ordinary one, and what someone would send who wants to keep the engine busy.</summary>
internal static class HostileTexts
{
    private const int Length = 100_000;

    /// <summary>The sample issues one after the other.</summary>
    public static string Ordinary { get; } =
        Repeat(string.Join(" ", ShippedRulebook.SampleIssues().Select(issue => issue.Text.ReplaceLineEndings(" "))) + " ");

    public static string OneWord { get; } = Repeat("sign ");

    public static string StartsOfPhrases { get; } =
        Repeat("signed out signed in sign in page please wait not find no match error code id me login gov ");

    public static string OneLongWord { get; } = Repeat("a");

    public static string SingleLetters { get; } = Repeat("i d a b c e ");

    public static string Digits { get; } = Repeat("0 00 001 002 1-800 ");

    public static string Accents { get; } = Repeat("e\u0301\u0327\u0323 \u0130\u017F\u212A ");

    public static string Surrogates { get; } = Repeat("\U0001F600\uD83D \uDE00x\U00020000");

    public static string QuotedLines { get; } = Repeat("> On Monday, someone wrote:\n>> sign in\n");

    public static string Punctuation { get; } = Repeat("s.i.g.n i-n 'o'u't' ");

    // Rare words that rules use, all of them, over and over: as many candidates as a text can have.
    public static string EveryRuleWord { get; } = Repeat(string.Join(' ', ShippedRulebook.Phrases()) + " ");

    private static string Repeat(string piece)
    {
        var text = new StringBuilder(Length + piece.Length);
        while (text.Length < Length)
            text.Append(piece);
        return text.ToString(0, Length);
    }
}
