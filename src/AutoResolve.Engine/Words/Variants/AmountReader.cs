using System.Collections.Frozen;

namespace AutoResolve.Words.Variants;

/// <summary>Reads the numbers in phrases, in digits or in words.</summary>
/// <param name="words">What single words find in the language.</param>
internal sealed class AmountReader(WordVariants words)
{
    private const int LongestFraction = 2;

    private readonly FrozenDictionary<string, string[][]> _saidCounts = words
        .Data.Counted.Where(count => count.Says.Length > 1)
        .GroupBy(count => count.Digits, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(count => count.Says).ToArray(), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, (string Digits, string[] Says)[]> _countsByFirst = words
        .Data.Counted.Where(count => count.Says.Length > 1)
        .GroupBy(count => count.Says[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(count => count.Says.Length).ToArray(),
            StringComparer.Ordinal
        );

    /// <summary>Whether a word is digits alone.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>The number at a place of a phrase, in digits, and how many parts it has; none where no number stands there.</summary>
    public static (string Digits, int Length) NumberAt(IReadOnlyList<VariantPart> parts, int at)
    {
        if (at >= parts.Count || parts[at].Word is not { } word || !IsNumber(word))
            return ("", 0);
        var end = at + 1;
        while (
            word.Length <= Quantities.GroupOfDigits
            && end < parts.Count
            && parts[end]
                is { Signs.Before: WordSigns.Grouped or WordSigns.GroupedByBlank, Word: { Length: Quantities.GroupOfDigits } group }
            && IsNumber(group)
        )
            end++;
        return (string.Concat(Enumerable.Range(at, end - at).Select(place => parts[place].Word)), end - at);
    }

    /// <summary>The ways to say a number in several words.</summary>
    public string[][] Said(string digits) => _saidCounts.GetValueOrDefault(digits, []);

    /// <summary>The number at a place of a phrase; none where none stands there.</summary>
    public Amount Read(IReadOnlyList<VariantPart> parts, int at)
    {
        if (at >= parts.Count || parts[at].Word is not { } word)
            return default;
        if (NumberAt(parts, at) is { Length: > 0 } written)
            return WithFraction(new Amount(written.Digits, "", written.Length), parts, at);
        foreach (var (digits, says) in _countsByFirst.GetValueOrDefault(word, []))
        {
            if (Follows(says, parts, at))
                return new Amount(digits, "", says.Length);
        }

        if (_saidCounts.ContainsKey(word))
            return new Amount(word, "", 1);
        return words.DigitsOf(word) is { } numeral ? new Amount(numeral, "", 1) : default;
    }

    // "20.00" is 20; a version such as "2.1.3" is no amount.
    private static Amount WithFraction(Amount whole, IReadOnlyList<VariantPart> parts, int at)
    {
        var end = at + whole.Length;
        if (end >= parts.Count || parts[end] is not { Signs.Before: WordSigns.Fraction, Word: { } digits })
            return whole;
        if (digits.Length > LongestFraction || (end + 1 < parts.Count && parts[end + 1].Signs.Before == WordSigns.Fraction))
            return default;
        return new Amount(whole.Digits, digits.TrimEnd('0'), whole.Length + 1);
    }

    /// <summary>Whether words stand at a place of a phrase.</summary>
    public static bool Follows(string[] says, IReadOnlyList<VariantPart> parts, int at) =>
        at + says.Length <= parts.Count && !says.Where((word, place) => parts[at + place].Word != word).Any();
}
