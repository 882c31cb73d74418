using System.Runtime.InteropServices;
using System.Text;

namespace AutoResolve.Words.Features;

/// <summary>What classifiers read in the place of a misspelt word: the word of a rule that it is read as.</summary>
internal static class MeantFeature
{
    // Longer words are not corrected.
    private const int MaxBytes = SpellingTable.MaxLength;

    /// <summary>
    /// The key of what a word is misspelt for; 0 where that is nothing, several words that are different features, or a word of which no
    /// rule wants errors borne.
    /// </summary>
    /// <param name="spelling">The words of rules.</param>
    /// <param name="candidates">Which of them it may be, the nearest first.</param>
    public static ulong KeyOf(SpellingTable spelling, ReadOnlySpan<SpellingCandidate> candidates)
    {
        var (key, bearsErrors) = (0UL, false);
        foreach (var candidate in candidates)
        {
            if (candidate.IsCompound || candidate.Edits > candidates[0].Edits)
                break;
            var meant = Feature.KeyOf(spelling[candidate.Word]);
            if (key != 0 && key != meant)
                return 0;
            key = meant;
            bearsErrors |= spelling.BearsErrors(candidate.Word);
        }

        return bearsErrors ? key : 0;
    }

    /// <summary>The key of a folded word, or of what it is misspelt for.</summary>
    /// <param name="folded">The word.</param>
    /// <param name="spelling">The words of rules.</param>
    /// <param name="candidates">Memory to be used again.</param>
    public static ulong KeyOf(string folded, SpellingTable spelling, List<SpellingCandidate> candidates)
    {
        candidates.Clear();
        if (folded.Length <= MaxBytes && Ascii.IsValid(folded))
        {
            Span<byte> word = stackalloc byte[MaxBytes];
            word = word[..Encoding.ASCII.GetBytes(folded, word)];
            spelling.Find(word, candidates);
        }

        var meant = KeyOf(spelling, CollectionsMarshal.AsSpan(candidates));
        return meant == 0 ? Feature.KeyOf(folded) : meant;
    }
}
