using AutoResolve.Words;
using AutoResolve.Words.Variants;

namespace AutoResolve.Conditions;

/// <summary>
/// What is no verb with its particle though it reads like one: in "the sign in the lobby" nobody signs in. And what else is another word by
/// what stands before or behind it: "sign in blue ink", "vitamin e mail", "his wont". Such places are excepted from a phrase. Safe for
/// several threads at once.
/// </summary>
internal sealed class NounReadings(CompilationScope scope)
{
    private readonly Lock _gate = new();
    private readonly PhraseTraits _traits = new(
        SpellingTolerance.None,
        EvenDenied: true,
        AcrossSentences: false,
        Exceptions: null,
        PhraseTraits.AsWritten,
        scope.Words
    );
    private readonly Dictionary<string, Phrase> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Words, bool IsBehind), CompiledList> _words = [];
    private readonly Dictionary<string, CompiledList> _lists = new(StringComparer.Ordinal);

    /// <summary>The places of one phrase.</summary>
    /// <param name="own">Its parts.</param>
    /// <param name="others">Its other wordings.</param>
    /// <param name="language">What its language knows of phrases.</param>
    public IReadOnlyList<Phrase> Of(IReadOnlyList<VariantPart> own, IReadOnlyList<PhraseVariant> others, PhraseVariants language)
    {
        if (!MayReadOtherwise(own, language) && others.All(other => !MayReadOtherwise(other.Parts, language)))
            return [];
        IReadOnlyList<IReadOnlyList<VariantPart>> wordings = [own, .. others.Select(other => other.Parts)];
        var data = language.Words.Data;
        var pairs = wordings
            .SelectMany(parts => parts.Zip(parts.Skip(1)))
            .Select(two => (Verb: two.First.Word, Particle: two.Second.Word))
            .Where(two => language.AreVerbAndParticle(two.Verb, two.Particle))
            .Distinct()
            .ToList();
        var nouns = own.Select(part => part.Word).OfType<string>().Where(language.Words.Nouns.Contains).ToList();
        var letters = LettersBeforeWords(wordings).Distinct(StringComparer.Ordinal).ToList();
        if (pairs.Count + nouns.Count == 0 && (letters.Count == 0 || data.Lettered.Length == 0))
            return [];
        lock (_gate)
            return
            [
                .. pairs.SelectMany(two => OfVerb(two.Verb!, two.Particle!, data)),
                .. nouns.Select(noun => Reading(AnyOf(data.Determiners), noun)),
                .. data.Lettered.Length == 0 ? [] : letters.Select(letter => Reading(AnyOf(data.Lettered), letter)),
            ];
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

    // Nearly no phrase does.
    private static bool MayReadOtherwise(IReadOnlyList<VariantPart> parts, PhraseVariants language)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            if (
                parts[at].Word is { } word
                && (
                    word is [>= 'a' and <= 'z']
                    || language.Words.Nouns.Contains(word)
                    || (at > 0 && language.AreVerbAndParticle(parts[at - 1].Word, word))
                )
            )
                return true;
        }

        return false;
    }

    // The "e" of "e-mail".
    private static IEnumerable<string> LettersBeforeWords(IReadOnlyList<IReadOnlyList<VariantPart>> wordings) =>
        from parts in wordings
        from two in parts.Zip(parts.Skip(1))
        where two.First.Word is [>= 'a' and <= 'z'] && two.Second is { Word.Length: > 1 } && (two.First.Place < 0 || two.Second.IsHyphened)
        select two.First.Word;

    private static CompiledList Excepted(Phrase[] phrases) => new("except", evenDenied: true, acrossSentences: true) { Phrases = phrases };

    // Between two articles, or before a place; and what belongs to no verb before it.
    private IEnumerable<Phrase> OfVerb(string verb, string particle, VariantLanguage data) =>
        ((string[])[verb, verb + "s"])
            .Select(noun => Reading(AnyOf(data.Determiners), noun, particle, AnyOf($"{data.Determiners} {data.Places}", isBehind: true)))
            .Concat(
                data.Idioms.Select(VariantData.Words)
                    .Where(idiom => idiom[0] == particle)
                    .Select(idiom => Reading([.. idiom.Select(word => (object)word)]))
            );

    /// <param name="parts">Words, and lists of them.</param>
    private Phrase Reading(params object[] parts)
    {
        var source = string.Join(' ', parts.Select(part => part is CompiledList list ? '@' + list.Name : part));
        if (!_known.TryGetValue(source, out var reading))
            _known.Add(
                source,
                reading = New(
                    source,
                    [.. parts.Select(part => part is CompiledList list ? (PhraseElement)new ListElement(list) : Word((string)part))]
                )
            );
        return reading;
    }

    // What another sentence begins with is no part of the reading: "I cannot use the sign in. The page is blank."
    private CompiledList AnyOf(string words, bool isBehind = false)
    {
        if (!_words.TryGetValue((words, isBehind), out var list))
            _words.Add(
                (words, isBehind),
                list = new($"any of {words}", evenDenied: true, acrossSentences: false)
                {
                    Phrases =
                    [
                        .. VariantData
                            .Words(words)
                            .Select(word =>
                                New(
                                    word,
                                    [
                                        isBehind
                                            ? scope.SignedWordOf(word, WordSigns.None with { IsBehindWord = true }, null, WantedForms.Only)
                                            : Word(word),
                                    ]
                                )
                            ),
                    ],
                }
            );
        return list;
    }

    private WordElement Word(string word) => scope.ExactWordOf(word, SpellingTolerance.None);

    private Phrase New(string source, PhraseElement[] elements) => new(source, "", elements, _traits) { MinWords = elements.Length };
}
