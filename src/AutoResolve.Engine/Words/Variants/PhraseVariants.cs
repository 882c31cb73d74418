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
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _verbs;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _particles;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
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
        (_verbs, _particles, _prefixes) = (LookupOf(data.Verbs), LookupOf(data.Particles), LookupOf(data.Prefixes));
        (_wordings, _codes, _quantities, _actions) = (new FixedWordings(Words), new Codes(data), new Quantities(Words), new Actions(data));
        _abbreviations = [.. data.Abbreviations.Select(line => line.Split(' ')).Select(words => (words[0], words[1]))];
    }

    /// <summary>What single words find.</summary>
    public WordVariants Words { get; }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LookupOf(string words) =>
        VariantData.Set(words).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those of a language; of one that has no data only what any language has.</summary>
    /// <param name="words">What single words find in it.</param>
    public static PhraseVariants In(WordVariants words) => Known.GetOrAdd(words, static key => new PhraseVariants(key));

    /// <summary>The other wordings of a phrase; at most sixteen.</summary>
    /// <param name="words">Its parts.</param>
    /// <param name="splits">How words are split, found out once for all phrases of a rulebook.</param>
    public IReadOnlyList<PhraseVariant> Of(
        IReadOnlyList<VariantPart> words,
        ConcurrentDictionary<(PhraseVariants Language, string Word, bool IsInCapitals), Rewriting[]> splits
    )
    {
        if (Words.ArePlain)
            return [];
        var pieces = new List<Rewriting>?[words.Count];
        for (var at = 0; at < pieces.Length; at++)
            pieces[at] = At(words, at, splits);
        var actions = _actions.Of(words);
        if (actions.Count == 0 && Array.TrueForAll(pieces, piece => piece is null))
            return [];
        List<PhraseVariant> found = [];
        Continue(words, 0, pieces, PhraseVariant.Empty, found);
        found.AddRange(actions);
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
        first is not null && second is not null && AreVerbAndParticle(first.AsSpan(), second);

    private bool AreVerbAndParticle(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        _particles.Contains(second) && _verbs.Contains(first);

    // The phrase as it is comes first.
    private static void Continue(
        IReadOnlyList<VariantPart> words,
        int at,
        List<Rewriting>?[] pieces,
        PhraseVariant before,
        List<PhraseVariant> found
    )
    {
        if (found.Count > MaxWordings)
            return;
        if (at == words.Count)
        {
            found.Add(before);
            return;
        }

        Continue(words, at + 1, pieces, before with { Parts = [.. before.Parts, words[at]] }, found);
        foreach (var other in pieces[at] ?? [])
            Continue(words, at + other.Length, pieces, before.With(other), found);
    }

    // Null where there are none, as of most words.
    private List<Rewriting>? At(
        IReadOnlyList<VariantPart> words,
        int at,
        ConcurrentDictionary<(PhraseVariants Language, string Word, bool IsInCapitals), Rewriting[]> splits
    )
    {
        if (words[at].Word is not { } word)
            return null;
        if (_quantities.IsSigned(words, at))
            return [.. _quantities.At(words, at)];
        var next = at + 1 < words.Count ? words[at + 1] : default;
        List<Rewriting>? found = null;
        Add(_codes.At(words, at));
        Add(_wordings.At(words, at));
        Add(_quantities.At(words, at));
        Add(splits.GetOrAdd((this, word, words[at].IsInCapitals), static key => key.Language.Split(key.Word, key.IsInCapitals)));
        if (at > 0)
            Add(OfAbbreviation(words[at]));
        if (next.Word is not null)
            Add(OfPair(word, words[at].Signs.Before == WordSigns.Fraction, next));
        if (Words.Elided.Count > 0)
        {
            List<Rewriting> others = [.. found ?? [], new Rewriting(1, [words[at]], WordingKind.Wording)];
            Add(others.SelectMany(Elided));
        }

        return found;

        void Add(IEnumerable<Rewriting> pieces)
        {
            foreach (var piece in pieces)
                (found ??= []).Add(piece);
        }
    }

    private Rewriting[] Split(string word, bool isInCapitals)
    {
        List<Rewriting> found = [];
        for (var at = 1; at < word.Length; at++)
        {
            var first = word.AsSpan(0, at);
            var second = word.AsSpan(at);
            if (at > 1 && second.Length >= MinPart && _prefixes.Contains(first) && IsOwnWord(second))
                found.Add(
                    new Rewriting(
                        1,
                        [VariantPart.Exact(word[..at]) with { Signs = WordSigns.None with { After = "-" } }, new VariantPart(word[at..])],
                        WordingKind.Split
                    )
                );
            if ((Words.IsQuantity(word) && !isInCapitals) || !AreTwoWords(first, second))
                continue;
            var exact = VariantPart.Exact(word[..at]) with { Signs = SignsOf(word[..at]) };
            foreach (var behind in Behind(word[..at], word[at..]))
                found.Add(new Rewriting(1, [exact, behind], WordingKind.Split));
        }

        return [.. found];
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

    private IEnumerable<Rewriting> OfAbbreviation(VariantPart part) =>
        Array.Exists(_abbreviations, words => words.Word == part.Word || (words.Shortened == part.Word && part.HasFullStop))
            ? FromAbbreviation(part)
            : Array.Empty<Rewriting>();

    private IEnumerable<Rewriting> FromAbbreviation(VariantPart part)
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
        var isOne =
            next.IsHyphened
            || (IsCode(word, next.Word) && (isFraction || !Words.IsQuantity(word + next.Word)))
            || AreOneWord(word, next.Word!);
        return isOne || (_and.Length > 0 && (next.IsJoinedByAnd || next.Word == _and))
            ? FromPair(word, next, isOne)
            : Array.Empty<Rewriting>();
    }

    private IEnumerable<Rewriting> FromPair(string word, VariantPart next, bool isOne)
    {
        var other = next.Word!;
        if (isOne)
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

    private bool AreTwoWords(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (AreVerbAndParticle(first, second))
            return true;
        if (AmountReader.IsNumber(first) ? IsUnit(second) : AmountReader.IsNumber(second) && AreLetters(first))
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

    private static bool IsCode(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        AmountReader.IsNumber(first)
            ? IsUnit(second)
            : first.Length > 1
                && AmountReader.IsNumber(second)
                && AreLetters(first)
                && first.Length + second.Length <= (2 * MaxUnit) + MinPart;

    private static bool IsUnit(ReadOnlySpan<char> word) => word.Length <= MaxUnit && AreLetters(word);

    private static bool AreLetters(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (!char.IsLetter(unit))
                return false;
        }

        return true;
    }

    // "Down time", but not "in come".
    private bool IsFirstWord(ReadOnlySpan<char> word) => IsOwnWord(word) || (word.Length >= MinPart && _particles.Contains(word));

    private static bool IsOwnWord(ReadOnlySpan<char> word) => CommonSpellings.IsEnglish(word) && !WordLists.IsFixed(word);
}

/// <summary>A piece of a phrase that is worded otherwise.</summary>
/// <param name="Length">How many parts it takes the place of.</param>
/// <param name="Parts">What takes their place.</param>
/// <param name="Kind">Why it is as much.</param>
internal readonly record struct Rewriting(int Length, IReadOnlyList<VariantPart> Parts, WordingKind Kind);
