namespace AutoResolve.Words.Variants;

/// <summary>How numbers and their signs are also written: "1,000" and "1000", "5 %" and "5 percent", "$20" and "20 dollars".</summary>
/// <param name="data">How a language says the signs.</param>
internal sealed class NumberWordings(VariantLanguage data)
{
    private const int GroupOfDigits = 3;

    private static readonly WordSigns Whole = WordSigns.None with { IsWholeBefore = true, IsWholeBehind = true };

    // Either sign, without a blank.
    private static readonly WordSigns Behind = WordSigns.None with { Before = ',' };

    private readonly string[][] _percent = [.. data.Percent.Select(VariantData.Words)];
    private readonly string[][] _dollars = [.. data.Dollars.Select(VariantData.Words)];
    private readonly string[][] _numbered = [.. data.Numbered.Select(VariantData.Words)];

    /// <summary>Whether a word is digits alone.</summary>
    public static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    /// <summary>Whether a part is a number with a sign that is said.</summary>
    public static bool IsSigned(IReadOnlyList<VariantPart> words, int at) =>
        words[at].IsPercentage
        || (words[at].IsDollars && !(at + 1 < words.Count && words[at + 1].IsJoinedAsThousands))
        || (words[at].IsNumbered && words.Count == 1);

    /// <summary>The wordings of such a part.</summary>
    public IEnumerable<Rewriting> OfSigns(IReadOnlyList<VariantPart> words, int at)
    {
        var number = new VariantPart(words[at].Word!);
        if (words[at].IsPercentage)
            return _percent.Take(1).Select(says => Saying([number, .. says.Select(Said)]));
        if (words[at].IsDollars)
            return _dollars.Take(1).Select(says => Saying([number with { Signs = Whole }, .. says.Select(Said)]));
        return _numbered.Select(says => Saying([.. says.Select(VariantPart.Exact), number]));
    }

    /// <summary>The wordings of a number at a place of a phrase.</summary>
    public IEnumerable<Rewriting> At(IReadOnlyList<VariantPart> words, int at) =>
        IsNumber(words[at].Word!) ? OfSaid(words, at).Concat(OfThousands(words, at)) : [];

    private static Rewriting Saying(IReadOnlyList<VariantPart> parts) => new(1, parts, WordingKind.Number);

    private static VariantPart Said(string word) => new(word);

    private IEnumerable<Rewriting> OfSaid(IReadOnlyList<VariantPart> words, int at)
    {
        var number = new VariantPart(words[at].Word!);
        foreach (var says in _percent.Where(says => Follows(says, words, at)))
            yield return new Rewriting(1 + says.Length, [number with { Signs = WordSigns.None with { After = "%" } }], WordingKind.Number);
        foreach (var says in _dollars.Where(says => Follows(says, words, at)))
            yield return new Rewriting(1 + says.Length, [number with { Signs = Whole with { Before = '$' } }], WordingKind.Number);
    }

    private static bool Follows(string[] says, IReadOnlyList<VariantPart> words, int at) =>
        at + says.Length < words.Count && !says.Where((word, place) => words[at + 1 + place].Word != word).Any();

    private static IEnumerable<Rewriting> OfThousands(IReadOnlyList<VariantPart> words, int at)
    {
        var word = words[at].Word!;
        if (word.Length > GroupOfDigits && word[0] != '0' && (word.Length > 4 || !IsYear(word)))
            yield return new Rewriting(1, Groups(word), WordingKind.Number);
        var end = at + 1;
        while (end < words.Count && words[end] is { IsJoinedAsThousands: true, Word: { Length: GroupOfDigits } group } && IsNumber(group))
            end++;
        if (end > at + 1 && word.Length <= GroupOfDigits)
            yield return new Rewriting(
                end - at,
                [new VariantPart(string.Concat(words.Skip(at).Take(end - at).Select(part => part.Word))) with { Signs = Whole }],
                WordingKind.Number
            );
    }

    private static VariantPart[] Groups(string digits)
    {
        var first = digits.Length % GroupOfDigits == 0 ? GroupOfDigits : digits.Length % GroupOfDigits;
        VariantPart[] groups =
        [
            new VariantPart(digits[..first]) with
            {
                Signs = WordSigns.None with { IsWholeBefore = true },
            },
            .. digits[first..].Chunk(GroupOfDigits).Select(group => new VariantPart(new string(group)) with { Signs = Behind }),
        ];
        groups[^1] = groups[^1] with { Signs = Behind with { IsWholeBehind = true } };
        return groups;
    }

    private static bool IsYear(string word) =>
        word.StartsWith("19", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal);
}
