using System.Collections.Frozen;

namespace AutoResolve.Words.Variants;

/// <summary>The words of all languages that are numbers: asked of what stands before another one.</summary>
internal static class Numerals
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Tens = OfDigits(digits =>
        digits is [>= '2' and <= '9', '0']
    );
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ones = OfDigits(digits => digits is [>= '1' and <= '9']);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Minus = Of(language => language.Minus);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Least = Of(language => language.NotMinus);

    /// <summary>Whether another number may follow a word that is one: "fifty".</summary>
    public static bool IsTens(ReadOnlySpan<char> word) => Tens.Contains(word);

    /// <summary>Whether what follows a word is a part of something where it may be one: "one third".</summary>
    public static bool IsOne(ReadOnlySpan<char> word) => Ones.Contains(word);

    /// <summary>Whether a word is the sign of a number below zero: "minus".</summary>
    public static bool IsMinus(ReadOnlySpan<char> word) => Minus.Contains(word);

    /// <summary>Whether such a word says something else behind this one: "al menos".</summary>
    public static bool IsBeforeLeast(ReadOnlySpan<char> word) => Least.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(Func<VariantLanguage, string> words) =>
        VariantData
            .Languages.Values.SelectMany(language => VariantData.Words(words(language)))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfDigits(Func<string, bool> isWanted) =>
        VariantData
            .Languages.Values.SelectMany(language => language.AllWords.Concat(language.InPhrases))
            .Select(VariantData.Words)
            .Where(line => line.Any(isWanted))
            .SelectMany(line => line)
            .Where(word => word.All(char.IsAsciiLetter))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
