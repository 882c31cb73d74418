using System.Collections.Concurrent;
using System.Collections.Frozen;
using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Words.Variants;

/// <summary>The other wordings of a phrase in a language: joined and split words, contractions, codes, numbers and units.</summary>
/// <remarks>
/// Found when rules are compiled, so that matching stays the look-up of words. A joined word that nobody writes is harmless; one that is
/// another word is not, so words are only split into words that stand for something by themselves. Hyphens, numbers and their signs are
/// read in any language; all else as the data of the language say.
/// </remarks>
internal sealed class PhraseVariants
{
    private const int MaxWordings = 16;
    private const int MinPart = 3;
    private const int MinSplit = 7;
    private const int MaxUnit = 4;
    private static readonly WordSigns Joined = WordSigns.None with { IsJoined = true };

    private static readonly ConcurrentDictionary<WordVariants, PhraseVariants> Known = new();

    private readonly bool _joins;
    private readonly FrozenSet<string> _verbs;
    private readonly FrozenSet<string> _particles;
    private readonly FrozenSet<string> _prefixes;
    private readonly FixedWordings _wordings;
    private readonly Codes _codes;
    private readonly Quantities _quantities;
    private readonly Actions _actions;
    private readonly (string Word, string Shortened)[] _abbreviations;
    private readonly string _and;

    private PhraseVariants(WordVariants words)
    {
        Words = words;
        var data = Words.Data;
        (_joins, _and) = (data.Joins, data.And);
        (_verbs, _particles, _prefixes) = (VariantData.Set(data.Verbs), VariantData.Set(data.Particles), VariantData.Set(data.Prefixes));
        (_wordings, _codes, _quantities, _actions) = (new FixedWordings(Words), new Codes(data), new Quantities(Words), new Actions(data));
        _abbreviations = [.. data.Abbreviations.Select(line => line.Split(' ')).Select(words => (words[0], words[1]))];
    }

    /// <summary>What single words find.</summary>
    public WordVariants Words { get; }

    /// <summary>Those of a language; of one that has no data only what any language has.</summary>
    /// <param name="words">What single words find in it.</param>
    public static PhraseVariants In(WordVariants words) => Known.GetOrAdd(words, static key => new PhraseVariants(key));

    /// <summary>The other wordings of a phrase; at most sixteen.</summary>
    /// <param name="words">Its parts.</param>
    public IReadOnlyList<PhraseVariant> Of(IReadOnlyList<VariantPart> words)
    {
        if (Words.ArePlain)
            return [];
        List<PhraseVariant> found = [];
        Continue(words, 0, PhraseVariant.Empty, found);
        found.AddRange(_actions.Of(words));
        return [.. found.DistinctBy(variant => string.Join(' ', variant.Parts.Select(Key))).Skip(1)];

        static string Key(VariantPart part)
        {
            if (part.Word is null)
                return $"{part.Place}";
            var written = $"{part.Signs.Before}{part.Word}{part.Signs.After}";
            return part.Forms switch
            {
                WantedForms.Elided => $"'{written}",
                WantedForms.Fraction => $"{written}0",
                _ => written,
            };
        }
    }

    /// <summary>Whether two words are a verb and its particle: "sign in".</summary>
    public bool AreVerbAndParticle(string? first, string? second) =>
        first is not null && second is not null && _verbs.Contains(first) && _particles.Contains(second);

    // The phrase as it is comes first.
    private void Continue(IReadOnlyList<VariantPart> words, int at, PhraseVariant before, List<PhraseVariant> found)
    {
        if (found.Count > MaxWordings)
            return;
        if (at == words.Count)
        {
            found.Add(before);
            return;
        }

        Continue(words, at + 1, before with { Parts = [.. before.Parts, words[at]] }, found);
        foreach (var other in At(words, at))
            Continue(words, at + other.Length, before.With(other), found);
    }

    private IEnumerable<Rewriting> At(IReadOnlyList<VariantPart> words, int at)
    {
        if (words[at].Word is not { } word)
            return [];
        if (_quantities.IsSigned(words, at))
            return _quantities.At(words, at);
        var next = at + 1 < words.Count ? words[at + 1] : default;
        var others = _codes
            .At(words, at)
            .Concat(_wordings.At(words, at))
            .Concat(_quantities.At(words, at))
            .Concat(OfWord(word, words[at].IsInCapitals))
            .Concat(at == 0 ? [] : OfAbbreviation(words[at]))
            .Concat(next.Word is null ? [] : OfPair(word, words[at].Signs.Before == WordSigns.Fraction, next))
            .ToList();
        return Words.Elided.Count == 0
            ? others
            : [.. others, .. others.Append(new Rewriting(1, [words[at]], WordingKind.Wording)).SelectMany(Elided)];
    }

    private IEnumerable<Rewriting> OfWord(string word, bool isInCapitals)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (at > 1 && _prefixes.Contains(word[..at]) && word.Length - at >= MinPart && IsOwnWord(word[at..]))
                yield return new Rewriting(
                    1,
                    [VariantPart.Exact(word[..at]) with { Signs = WordSigns.None with { After = "-" } }, new VariantPart(word[at..])],
                    WordingKind.Split
                );
            if ((Words.IsQuantity(word) && !isInCapitals) || !AreTwoWords(word[..at], word[at..]))
                continue;
            var first = VariantPart.Exact(word[..at]) with { Signs = SignsOf(word[..at]) };
            foreach (var behind in Behind(word[..at], word[at..]))
                yield return new Rewriting(1, [first, behind], WordingKind.Split);
        }
    }

    // "L'annulation", "l'erreur 105" of "code erreur 105". Typing errors are borne only without.
    private static IEnumerable<Rewriting> Elided(Rewriting other)
    {
        var first = other.Parts[0];
        if (
            first
                is {
                    Word.Length: >= MinPart,
                    HasApostrophe: false,
                    Forms: WantedForms.All,
                    Signs: { HasSigns: false, HasApostrophe: false }
                }
            && first.Word.All(char.IsLetter)
            && WordVariants.BeginsWithVowel(first.Word)
        )
            yield return other with
            {
                Parts =
                [
                    first with
                    {
                        Place = -1,
                        Forms = WantedForms.Elided,
                        Signs = WordSigns.None with { HasApostrophe = true },
                    },
                    .. other.Parts.Skip(1),
                ],
            };
    }

    // "5MB" is not in "1.5 MB".
    private static WordSigns SignsOf(string word) =>
        AmountReader.IsNumber(word) ? WordSigns.None with { IsWholeBefore = true } : WordSigns.None;

    // "Check boxes" of checkbox and "pop-ups" of popup, but not "user: name".
    private IEnumerable<VariantPart> Behind(string first, string word)
    {
        if (AreVerbAndParticle(first, word))
            return [VariantPart.Exact(word) with { Signs = Joined }, Several(word)];
        return [word.All(char.IsAsciiLetterLower) ? VariantPart.Noun(word) with { Signs = Joined } : VariantPart.Exact(word)];
    }

    private static VariantPart Several(string particle) => VariantPart.Exact(particle + 's') with { Signs = Joined };

    private IEnumerable<Rewriting> OfAbbreviation(VariantPart part)
    {
        foreach (var (word, shortened) in _abbreviations)
        {
            if (part.Word == word)
                yield return new Rewriting(
                    1,
                    [new VariantPart(shortened) with { Signs = WordSigns.None with { After = "." } }],
                    WordingKind.Wording
                );
            if (part.Word == shortened && part.HasFullStop)
                yield return new Rewriting(1, [new VariantPart(word)], WordingKind.Wording);
        }
    }

    private IEnumerable<Rewriting> OfPair(string word, bool isFraction, VariantPart next)
    {
        var other = next.Word!;
        if (next.IsHyphened || (IsCode(word, other) && (isFraction || !Words.IsQuantity(word + other))) || AreOneWord(word, other))
            yield return new Rewriting(2, [new VariantPart(word + other)], WordingKind.Joined);
        if (AreVerbAndParticle(word, other))
            yield return new Rewriting(2, [VariantPart.Exact(word), Several(other)], WordingKind.Joined);
        if (_and.Length > 0 && next.IsJoinedByAnd)
            yield return new Rewriting(1, [new VariantPart(word), new VariantPart(_and)], WordingKind.Wording);
        if (_and.Length > 0 && other == _and)
            yield return new Rewriting(
                2,
                [new VariantPart(word) with { Signs = WordSigns.None with { After = "&" } }],
                WordingKind.Wording
            );
    }

    private bool AreTwoWords(string first, string second)
    {
        if (AreVerbAndParticle(first, second))
            return true;
        if (AmountReader.IsNumber(first) ? IsUnit(second) : first.All(char.IsLetter) && AmountReader.IsNumber(second))
            return true;
        return _joins
            && first.Length >= MinPart
            && second.Length >= MinPart
            && first.Length + second.Length >= MinSplit
            && IsFirstWord(first)
            && IsOwnWord(second);
    }

    /// <summary>Whether two words are also written as one that is in the dictionary: "home page".</summary>
    public bool AreOneNoun(string first, string second) =>
        _joins
        && first.Length > 1
        && second.Length > 1
        && IsFirstWord(first)
        && IsOwnWord(second)
        && CommonSpellings.IsEnglish(first + second);

    private bool AreOneWord(string first, string second) => AreVerbAndParticle(first, second) || AreOneNoun(first, second);

    private static bool IsCode(string first, string second) =>
        AmountReader.IsNumber(first)
            ? IsUnit(second)
            : first.Length > 1
                && first.All(char.IsLetter)
                && AmountReader.IsNumber(second)
                && first.Length + second.Length <= (2 * MaxUnit) + MinPart;

    private static bool IsUnit(string word) => word.Length <= MaxUnit && word.All(char.IsLetter);

    // "Down time", but not "in come".
    private bool IsFirstWord(string word) => IsOwnWord(word) || (word.Length >= MinPart && _particles.Contains(word));

    private static bool IsOwnWord(string word) => !WordLists.Fixed.Contains(word) && CommonSpellings.IsEnglish(word);
}

/// <summary>A piece of a phrase that is worded otherwise.</summary>
/// <param name="Length">How many parts it takes the place of.</param>
/// <param name="Parts">What takes their place.</param>
/// <param name="Kind">Why it is as much.</param>
internal readonly record struct Rewriting(int Length, IReadOnlyList<VariantPart> Parts, WordingKind Kind);
