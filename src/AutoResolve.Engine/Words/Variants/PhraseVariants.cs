using System.Collections.Frozen;

namespace AutoResolve.Words.Variants;

/// <summary>The other wordings of a phrase: joined and split words, contractions, codes, numbers and units.</summary>
/// <remarks>
/// Found when rules are compiled, so that matching stays the look-up of words. A joined word that nobody writes is harmless; one that is
/// another word is not, so words are only split into words that stand for something by themselves.
/// </remarks>
internal static class PhraseVariants
{
    private const int MaxWordings = 12;
    private const int MinPart = 3;
    private const int MinSplit = 7;
    private const int MaxUnit = 4;
    private const int GroupOfDigits = 3;
    private const string And = "and";

    private static readonly FrozenSet<string> Verbs = WordVariants.Split(language => language.Verbs);
    private static readonly FrozenSet<string> Particles = WordVariants.Split(language => language.Particles);
    private static readonly FrozenDictionary<string, Wording[]> ByFirst = ReadWordings();

    private static readonly (string Word, string Shortened)[] Abbreviations =
    [
        .. WordVariants
            .Languages.Values.SelectMany(language => language.Abbreviations)
            .Select(line => line.Split(' '))
            .Select(words => (words[0], words[1])),
    ];

    /// <summary>The other wordings of a phrase; at most a dozen.</summary>
    /// <param name="words">Its parts.</param>
    public static IReadOnlyList<IReadOnlyList<VariantPart>> Of(IReadOnlyList<VariantPart> words)
    {
        List<IReadOnlyList<VariantPart>> found = [];
        Continue(words, 0, [], found);
        return [.. found.Skip(1)];
    }

    // The phrase as it is comes first.
    private static void Continue(
        IReadOnlyList<VariantPart> words,
        int at,
        IReadOnlyList<VariantPart> before,
        List<IReadOnlyList<VariantPart>> found
    )
    {
        if (found.Count > MaxWordings)
            return;
        if (at == words.Count)
        {
            found.Add(before);
            return;
        }

        Continue(words, at + 1, [.. before, words[at]], found);
        foreach (var (length, other) in At(words, at))
        {
            if (before.Count + other.Count > 0 || at + length < words.Count)
                Continue(words, at + length, [.. before, .. other], found);
        }
    }

    private static IEnumerable<(int Length, IReadOnlyList<VariantPart> Other)> At(IReadOnlyList<VariantPart> words, int at)
    {
        if (words[at].Word is not { } word)
            return [];
        if (words[at].IsPercentage)
            return [(1, [New(word), New("percent")])];
        var next = at + 1 < words.Count ? words[at + 1] : default;
        return OfWordings(words, at)
            .Concat(OfWord(word))
            .Concat(at == 0 ? [] : OfAbbreviation(words[at]))
            .Concat(next.Word is null ? [] : OfPair(word, next)).Concat(OfThousands(words, at));
    }

    private static IEnumerable<(int Length, IReadOnlyList<VariantPart> Other)> OfWordings(IReadOnlyList<VariantPart> words, int at)
    {
        foreach (var wording in ByFirst.GetValueOrDefault(words[at].Word!, []))
        {
            if (wording.Read(words, at) is not { } code)
                continue;
            foreach (var other in wording.Others)
                yield return (wording.Says.Length, [.. other.Select(word => New(word.Replace("#", code, StringComparison.Ordinal)))]);
        }
    }

    private static IEnumerable<(int Length, IReadOnlyList<VariantPart> Other)> OfWord(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (AreTwoWords(word[..at], word[at..]))
                yield return (1, [VariantPart.Exact(word[..at]), VariantPart.Exact(word[at..])]);
        }
    }

    private static IEnumerable<(int Length, IReadOnlyList<VariantPart> Other)> OfAbbreviation(VariantPart part)
    {
        foreach (var (word, shortened) in Abbreviations)
        {
            if (part.Word == word)
                yield return (1, [New(shortened) with { Signs = WordSigns.None with { After = "." } }]);
            if (part.Word == shortened && part.HasFullStop)
                yield return (1, [New(word)]);
        }
    }

    private static IEnumerable<(int Length, IReadOnlyList<VariantPart> Other)> OfPair(string word, VariantPart next)
    {
        var other = next.Word!;
        if (next.IsHyphened || IsCode(word, other) || AreOneWord(word, other))
            yield return (2, [New(word + other)]);
        if (IsNumber(word) && IsPercent(other))
            yield return (2, [New(word) with { Signs = WordSigns.None with { After = "%" } }]);
        if (next.IsJoinedByAnd)
            yield return (1, [New(word), New(And)]);
        if (other == And)
            yield return (2, [New(word)]);
    }

    // "1,000" and "1000".
    private static IEnumerable<(int Length, IReadOnlyList<VariantPart> Other)> OfThousands(IReadOnlyList<VariantPart> words, int at)
    {
        var word = words[at].Word!;
        if (!IsNumber(word))
            yield break;
        if (word.Length > GroupOfDigits && word[0] != '0' && (word.Length > 4 || !IsYear(word)))
        {
            var first = word.Length % GroupOfDigits == 0 ? GroupOfDigits : word.Length % GroupOfDigits;
            yield return (1, [New(word[..first]), .. word[first..].Chunk(GroupOfDigits).Select(digits => New(new string(digits)))]);
        }

        var end = at + 1;
        while (end < words.Count && words[end] is { IsJoinedByComma: true, Word: { Length: GroupOfDigits } group } && IsNumber(group))
            end++;
        if (end > at + 1 && word.Length <= GroupOfDigits)
            yield return (end - at, [New(string.Concat(words.Skip(at).Take(end - at).Select(part => part.Word)))]);
    }

    private static bool AreTwoWords(string first, string second)
    {
        if (Verbs.Contains(first) && Particles.Contains(second))
            return true;
        if (IsNumber(first) ? second.Length <= MaxUnit && second.All(char.IsLetter) : first.All(char.IsLetter) && IsNumber(second))
            return first.Length + second.Length > 2;
        return first.Length >= MinPart
            && second.Length >= MinPart
            && first.Length + second.Length >= MinSplit
            && IsOwnWord(first)
            && IsOwnWord(second);
    }

    private static bool AreOneWord(string first, string second) =>
        (Verbs.Contains(first) && Particles.Contains(second))
        || (first.Length > 1 && second.Length > 1 && IsOwnWord(first) && IsOwnWord(second) && CommonSpellings.IsEnglish(first + second));

    private static bool IsCode(string first, string second) =>
        IsNumber(first)
            ? second.Length <= MaxUnit && second.All(char.IsLetter)
            : first.Length > 1 && first.All(char.IsLetter) && IsNumber(second) && first.Length + second.Length <= 2 * MaxUnit + GroupOfDigits;

    private static bool IsOwnWord(string word) => !WordLists.Fixed.Contains(word) && CommonSpellings.IsEnglish(word);

    private static bool IsPercent(string word) => word is "percent" or "pct";

    private static bool IsYear(string word) => word.StartsWith("19", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal);

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
                .SelectMany(word => word.Contains('#', StringComparison.Ordinal) ? [word] : Tokenizer.Read(word).Select(read => read.Folded)),
        ];

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
                if (Says[part] == "#" && word.Any(char.IsAsciiDigit))
                    code = word;
                else if (Says[part] != word)
                    return null;
            }

            return code;
        }
    }
}
