using AutoResolve.Words;
using AutoResolve.Words.Variants;

namespace AutoResolve.Conditions;

/// <summary>
/// What is no verb with its particle though it reads like one: in "the sign in the lobby" nobody signs in. Such places are excepted from a
/// phrase. Safe for several threads at once.
/// </summary>
internal sealed class NounReadings(CompilationScope scope)
{
    private const string Determiner = "determiner";

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Verb, string Particle), Phrase[]> _known = [];
    private readonly Dictionary<string, CompiledList> _lists = new(StringComparer.Ordinal);
    private CompiledList? _determiners;
    private CompiledList? _following;

    /// <summary>The places of one phrase: a determiner, the word as a noun, the particle, and a determiner.</summary>
    /// <param name="words">The parts of the phrase.</param>
    public IReadOnlyList<Phrase> Of(IReadOnlyList<VariantPart> words)
    {
        var pairs = words.Zip(words.Skip(1)).Where(two => PhraseVariants.AreVerbAndParticle(two.First.Word, two.Second.Word)).ToList();
        if (pairs.Count == 0)
            return [];
        lock (_gate)
            return [.. pairs.SelectMany(two => Of(two.First.Word!, two.Second.Word!))];
    }

    /// <summary>These and other exceptions as one list. Equal ones without others share one.</summary>
    public CompiledList AddTo(CompiledList? exceptions, IReadOnlyList<Phrase> nouns)
    {
        if (exceptions is not null)
            return Excepted([.. exceptions.Phrases, .. nouns]);
        var key = string.Join('|', nouns.Select(noun => noun.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        lock (_gate)
        {
            if (!_lists.TryGetValue(key, out var list))
                _lists.Add(key, list = Excepted([.. nouns.DistinctBy(noun => noun.Source)]));
            return list;
        }
    }

    private static CompiledList Excepted(Phrase[] phrases) => new("except", evenDenied: true, acrossSentences: true) { Phrases = phrases };

    private Phrase[] Of(string verb, string particle)
    {
        if (!_known.TryGetValue((verb, particle), out var readings))
            _known.Add((verb, particle), readings = [Reading(verb, particle), Reading(verb + "s", particle)]);
        return readings;
    }

    private Phrase Reading(string noun, string particle)
    {
        _determiners ??= ListOf(WordSigns.None);
        _following ??= ListOf(WordSigns.None with { IsBehindWord = true });
        return New(
            $"@{Determiner} {noun} {particle} @{Determiner}",
            [new ListElement(_determiners), Word(noun), Word(particle), new ListElement(_following)]
        );
    }

    // What another sentence begins with is no part of the reading: "I cannot use the sign in. The page is blank."
    private CompiledList ListOf(WordSigns signs) =>
        new(Determiner, evenDenied: true, acrossSentences: false)
        {
            Phrases =
            [
                .. WordVariants
                    .Determiners.Order(StringComparer.Ordinal)
                    .Select(word => New(word, [signs == WordSigns.None ? Word(word) : scope.SignedWordOf(word, signs, isOnly: true)])),
            ],
        };

    private WordElement Word(string word) => scope.ExactWordOf(word, SpellingTolerance.None);

    private Phrase New(string source, PhraseElement[] elements) =>
        new(source, "", elements, SpellingTolerance.None, evenDenied: true, scope.Words) { MinWords = elements.Length };
}
