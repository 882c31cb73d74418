using System.Collections.Frozen;
using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Words.Variants;

/// <summary>The other wordings of a phrase: joined and split words, contractions, codes, numbers and units.</summary>
/// <remarks>
/// Found when rules are compiled, so that matching stays the look-up of words. A joined word that nobody writes is harmless; one that is
/// another word is not, so words are only split into words that stand for something by themselves.
/// </remarks>
internal static class PhraseVariants
{
    private const int MaxWordings = 16;
    private const int MinPart = 3;
    private const int MinSplit = 7;
    private const int MaxUnit = 4;
    private const int GroupOfDigits = 3;
    private const string And = "and";
    private const string Dollars = "dollars";
    private static readonly WordSigns Whole = WordSigns.None with { IsWholeBefore = true, IsWholeBehind = true };

    private static readonly FrozenSet<string> Verbs = WordVariants.Split(language => language.Verbs);
    private static readonly FrozenSet<string> Prefixes = WordVariants.Split(language => language.Prefixes);
    private static readonly FrozenDictionary<string, string[]> Units = WordVariants.Group(
        WordVariants.Languages.Values.SelectMany(language => language.Units)
    );
    private static readonly FrozenSet<string> Particles = WordVariants.Split(language => language.Particles);
    private static readonly FrozenDictionary<string, Wording[]> ByFirst = ReadWordings();

    private static readonly (string Word, string Shortened)[] Abbreviations =
    [
        .. WordVariants
            .Languages.Values.SelectMany(language => language.Abbreviations)
            .Select(line => line.Split(' '))
            .Select(words => (words[0], words[1])),
    ];

    /// <summary>The other wordings of a phrase; at most sixteen.</summary>
    /// <param name="words">Its parts.</param>
    public static IReadOnlyList<PhraseVariant> Of(IReadOnlyList<VariantPart> words)
    {
        List<PhraseVariant> found = [];
        Continue(words, 0, PhraseVariant.Empty, found);
        return [.. found.DistinctBy(variant => string.Join(' ', variant.Parts.Select(part => part.Word ?? $"{part.Place}"))).Skip(1)];
    }

    /// <summary>Whether two words are a verb and its particle: "sign in".</summary>
    public static bool AreVerbAndParticle(string? first, string? second) =>
        first is not null && second is not null && Verbs.Contains(first) && Particles.Contains(second);

    // The phrase as it is comes first.
    private static void Continue(IReadOnlyList<VariantPart> words, int at, PhraseVariant before, List<PhraseVariant> found)
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

    private static IEnumerable<Rewriting> At(IReadOnlyList<VariantPart> words, int at)
    {
        if (words[at].Word is not { } word)
            return [];
        if (words[at].IsPercentage)
            return [new Rewriting(1, [New(word), New("percent")], WordingKind.Number)];
        if (words[at].IsDollars && !(at + 1 < words.Count && words[at + 1].IsJoinedByComma))
            return [new Rewriting(1, [New(word) with { Signs = Whole }, New(Dollars)], WordingKind.Number)];
        var next = at + 1 < words.Count ? words[at + 1] : default;
        return OfWordings(words, at)
            .Concat(OfWord(word))
            .Concat(at == 0 ? [] : OfAbbreviation(words[at]))
            .Concat(next.Word is null ? [] : OfPair(word, next))
            .Concat(OfThousands(words, at));
    }

    private static IEnumerable<Rewriting> OfWordings(IReadOnlyList<VariantPart> words, int at)
    {
        foreach (var wording in ByFirst.GetValueOrDefault(words[at].Word!, []))
        {
            if (wording.Read(words, at) is not { } code)
                continue;
            foreach (var other in wording.Others)
                yield return new Rewriting(
                    wording.Says.Length,
                    [.. other.Select(word => New(word.Replace("#", code, StringComparison.Ordinal)))],
                    WordingKind.Wording
                );
        }
    }

    private static IEnumerable<Rewriting> OfWord(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (at > 1 && Prefixes.Contains(word[..at]) && word.Length - at >= MinPart && IsOwnWord(word[at..]))
                yield return new Rewriting(
                    1,
                    [VariantPart.Exact(word[..at]) with { Signs = WordSigns.None with { After = "-" } }, New(word[at..])],
                    WordingKind.Split
                );
            if (AreTwoWords(word[..at], word[at..]))
                yield return new Rewriting(1, [VariantPart.Exact(word[..at]), VariantPart.Exact(word[at..])], WordingKind.Split);
        }
    }

    private static IEnumerable<Rewriting> OfAbbreviation(VariantPart part)
    {
        foreach (var (word, shortened) in Abbreviations)
        {
            if (part.Word == word)
                yield return new Rewriting(1, [New(shortened) with { Signs = WordSigns.None with { After = "." } }], WordingKind.Wording);
            if (part.Word == shortened && part.HasFullStop)
                yield return new Rewriting(1, [New(word)], WordingKind.Wording);
        }
    }

    private static IEnumerable<Rewriting> OfPair(string word, VariantPart next)
    {
        var other = next.Word!;
        if (next.IsHyphened || IsCode(word, other) || AreOneWord(word, other))
            yield return new Rewriting(2, [New(word + other)], WordingKind.Joined);
        foreach (var unit in IsNumber(word) || WordVariants.IsNumeral(word) ? Units.GetValueOrDefault(other, []) : [])
        {
            if (IsNumber(word))
                yield return new Rewriting(2, [New(word + unit)], WordingKind.Number);
            if (unit != other)
                yield return new Rewriting(2, [New(word), VariantPart.Exact(unit)], WordingKind.Number);
        }

        if (IsNumber(word) && IsPercent(other))
            yield return new Rewriting(2, [New(word) with { Signs = WordSigns.None with { After = "%" } }], WordingKind.Number);
        if (IsNumber(word) && other is Dollars or "dollar")
            yield return new Rewriting(2, [New(word) with { Signs = Whole with { Before = '$' } }], WordingKind.Number);
        if (next.IsJoinedByAnd)
            yield return new Rewriting(1, [New(word), New(And)], WordingKind.Wording);
        if (other == And)
            yield return new Rewriting(2, [New(word) with { Signs = WordSigns.None with { After = "&" } }], WordingKind.Wording);
    }

    // "1,000" and "1000".
    private static IEnumerable<Rewriting> OfThousands(IReadOnlyList<VariantPart> words, int at)
    {
        var word = words[at].Word!;
        if (!IsNumber(word))
            yield break;
        if (word.Length > GroupOfDigits && word[0] != '0' && (word.Length > 4 || !IsYear(word)))
        {
            var first = word.Length % GroupOfDigits == 0 ? GroupOfDigits : word.Length % GroupOfDigits;
            yield return new Rewriting(1, Groups(word, first), WordingKind.Number);
        }

        var end = at + 1;
        while (end < words.Count && words[end] is { IsJoinedByComma: true, Word: { Length: GroupOfDigits } group } && IsNumber(group))
            end++;
        if (end > at + 1 && word.Length <= GroupOfDigits)
            yield return new Rewriting(
                end - at,
                [New(string.Concat(words.Skip(at).Take(end - at).Select(part => part.Word))) with { Signs = Whole }],
                WordingKind.Number
            );
    }

    private static VariantPart[] Groups(string digits, int first)
    {
        VariantPart[] groups = [New(digits[..first]), .. digits[first..].Chunk(GroupOfDigits).Select(group => New(new string(group)))];
        groups[0] = groups[0] with { Signs = WordSigns.None with { IsWholeBefore = true } };
        groups[^1] = groups[^1] with { Signs = WordSigns.None with { IsWholeBehind = true } };
        return groups;
    }

    private static bool AreTwoWords(string first, string second)
    {
        if (AreVerbAndParticle(first, second))
            return true;
        if (IsNumber(first) ? second.Length <= MaxUnit && second.All(char.IsLetter) : first.All(char.IsLetter) && IsNumber(second))
            return true;
        return first.Length >= MinPart
            && second.Length >= MinPart
            && first.Length + second.Length >= MinSplit
            && IsOwnWord(first)
            && IsOwnWord(second);
    }

    private static bool AreOneWord(string first, string second) =>
        AreVerbAndParticle(first, second)
        || (first.Length > 1 && second.Length > 1 && IsOwnWord(first) && IsOwnWord(second) && CommonSpellings.IsEnglish(first + second));

    private static bool IsCode(string first, string second) =>
        IsNumber(first)
            ? second.Length <= MaxUnit && second.All(char.IsLetter)
            : first.Length > 1
                && first.All(char.IsLetter)
                && IsNumber(second)
                && first.Length + second.Length <= 2 * MaxUnit + GroupOfDigits;

    private static bool IsOwnWord(string word) => !WordLists.Fixed.Contains(word) && CommonSpellings.IsEnglish(word);

    private static bool IsPercent(string word) => word is "percent" or "pct";

    private static bool IsYear(string word) =>
        word.StartsWith("19", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal);

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    private static VariantPart New(string word) => new(word);

    private static FrozenDictionary<string, Wording[]> ReadWordings() =>
        WordVariants
            .Languages.Values.SelectMany(language => language.Wordings)
            .Select(line => line.Split('|').Select(ReadWording).ToArray())
            .SelectMany(all => all.Select(says => new Wording(says, [.. all.Where(other => other != says)])))
            .GroupBy(wording => wording.Says[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static string[] ReadWording(string says) =>
        [
            .. says.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(word =>
                    word.Contains('#', StringComparison.Ordinal) ? [word] : Tokenizer.Read(word).Select(read => read.Folded)
                ),
        ];

    /// <param name="Length">How many parts it takes the place of.</param>
    /// <param name="Parts">What takes their place.</param>
    /// <param name="Kind">Why it is as much.</param>
    internal readonly record struct Rewriting(int Length, IReadOnlyList<VariantPart> Parts, WordingKind Kind);

    /// <param name="Says">Its words.</param>
    /// <param name="Others">What is as much.</param>
    private sealed record Wording(string[] Says, string[][] Others)
    {
        /// <summary>What "#" stands for where the wording stands there, "" where it has none; null where it does not stand there.</summary>
        public string? Read(IReadOnlyList<VariantPart> words, int at)
        {
            var code = "";
            for (var part = 0; part < Says.Length; part++)
            {
                if (at + part >= words.Count || words[at + part].Word is not { } word)
                    return null;
                if (Says.Length == 1 && !words[at].HasApostrophe && WordVariants.NeedApostrophe.Contains(word))
                    return null;
                if (Says[part] == "#" && word.Any(char.IsAsciiDigit))
                    code = word;
                else if (Says[part] != word)
                    return null;
            }

            return code;
        }
    }
}
