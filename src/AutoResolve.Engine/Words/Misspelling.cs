using System.Text;

namespace AutoResolve.Words;

/// <summary>A word of a text that nobody knows, or a compound, and the words of rules that it may be.</summary>
/// <param name="place">Its place among the words of the text.</param>
/// <param name="table">The words of rules.</param>
/// <param name="candidates">What it may be: at least one.</param>
internal sealed class Misspelling(int place, SpellingTable table, IReadOnlyList<SpellingCandidate> candidates)
{
    public int Place => place;

    /// <summary>Reads a word.</summary>
    /// <param name="folded">The word.</param>
    /// <param name="place">Its place among the words of the text.</param>
    /// <param name="table">The words of rules.</param>
    /// <returns>Null where it is known, or no word of a rule is near.</returns>
    public static Misspelling? Of(string folded, int place, SpellingTable table)
    {
        List<SpellingCandidate> candidates = [];
        table.Find(Encoding.UTF8.GetBytes(folded), candidates);
        return candidates.Count > 0 ? new Misspelling(place, table, candidates) : null;
    }

    /// <summary>Whether a word of a phrase is meant by it.</summary>
    public bool IsReadAs(WordElement element) =>
        MeaningAs(element) is not null
        || (element.IsInCompounds && candidates.Any(part => part.IsCompound && element.Word.Has(table[part.Word])));

    /// <summary>The form of a word of a phrase that is meant by it; null where none is.</summary>
    public string? MeaningAs(WordElement element) =>
        element.Spelling switch
        {
            SpellingTolerance.OneError when !element.IsOnly => Array.TrueForAll(ForRules, element.Word.Has)
                ? ForRules.FirstOrDefault()
                : null,
            SpellingTolerance.Guard => candidates
                .Where(candidate => candidate.ForGuards && (candidate.Edits == 1 || !element.IsOnly))
                .Select(candidate => table[candidate.Word])
                .FirstOrDefault(element.Word.Has),
            _ => null,
        };

    private string[] ForRules =>
        field ??= [.. candidates.Where(candidate => candidate.ForRules).Select(candidate => table[candidate.Word])];
}
