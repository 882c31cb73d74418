using System.Text;
using AutoResolve.Json;
using AutoResolve.Words;
using AutoResolve.Words.Inflection;

namespace AutoResolve.Rules.Linting;

/// <summary>Remarks on words of phrases that are one letter apart: what is meant as one and typed as the other is taken for the
/// other.</summary>
internal sealed class NearWordsLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        // Guards take either, and where nothing is corrected nothing is lost.
        string[] languages = [.. context.Languages.Select(tag => WordLanguage.Of(tag)).Distinct(StringComparer.Ordinal)];
        var words = FirstPlaces([.. context.Sets.Where(set => set is { Guard: false, Options.Typos: true })]);
        foreach (var (word, others) in Neighbours([.. words.Keys.Order(StringComparer.Ordinal)], languages))
        {
            var other = words[others[0]];
            yield return words[word]
                .Location.Report(
                    LintCodes.NearWords,
                    DiagnosticSeverity.Info,
                    $"'{word}' is one letter away from {InQuotes(others)} ('{other.Value}', "
                        + $"{other.Location.File}:{other.Location.Line}). So "
                        + "neither is read as the other, and what is as near to both is read as none of them."
                );
        }
    }

    private static string InQuotes(IReadOnlyList<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));

    // Each pair once, with the word that comes later in the alphabet.
    private static IEnumerable<(string Word, IReadOnlyList<string> Others)> Neighbours(string[] words, string[] languages)
    {
        var table = new SpellingTable(words.Select(word => KeyValuePair.Create(word, SpellingUse.Rule)));
        List<SpellingCandidate> near = [];
        foreach (var word in words)
        {
            near.Clear();
            table.FindNear(Encoding.UTF8.GetBytes(word), near);
            string[] others =
            [
                .. near.Select(candidate => table[candidate.Word])
                    .Where(other => string.CompareOrdinal(other, word) < 0)
                    .Where(other => !languages.Any(language => AreForms(word, other, language))),
            ];
            if (others.Length > 0)
                yield return (word, others);
        }
    }

    private static bool AreForms(string word, string other, string language) =>
        Inflector.Forms(word, language).Contains(other) || Inflector.Forms(other, language).Contains(word);

    private static Dictionary<string, Located<string>> FirstPlaces(IReadOnlyList<RuleSet> sets)
    {
        var places = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        var phrases = sets.SelectMany(set => set.Lists)
            .Where(list => list.Options.Typos)
            .SelectMany(list => list.Phrases)
            .Concat(
                ConditionWalker
                    .AllConditions(sets)
                    .Where(condition => condition is not TextCondition { Options.Typos: false })
                    .SelectMany(condition => condition.PhrasesSought)
            );
        foreach (var phrase in phrases)
        {
            foreach (var word in phrase.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(IsWord).SelectMany(Words))
                places.TryAdd(word, phrase);
        }

        return places;
    }

    private static bool IsWord(string chunk) => !chunk.StartsWith('@') && !chunk.EndsWith('*');

    private static IEnumerable<string> Words(string chunk) =>
        Tokenizer.Read(chunk).Select(word => word.Folded).Where(word => word.Length >= SpellingTable.MinLength);
}
