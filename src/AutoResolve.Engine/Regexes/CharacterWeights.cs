namespace AutoResolve.Regexes;

/// <summary>How often characters stand in a thousand of English.</summary>
internal static class CharacterWeights
{
    private const int OfDigit = 3;
    private const int OfSign = 6;
    private const int OfBlank = 180;

    private static readonly int[] OfLetters =
    [
        82,
        15,
        28,
        43,
        127,
        22,
        20,
        61,
        70,
        2,
        8,
        40,
        24,
        67,
        75,
        19,
        1,
        60,
        63,
        91,
        28,
        10,
        24,
        2,
        20,
        1,
    ];

    /// <summary>The weight of a character. Capital letters count as nothing, since the small ones stand for both.</summary>
    public static int Of(char character) =>
        character switch
        {
            >= 'a' and <= 'z' => OfLetters[character - 'a'],
            >= '0' and <= '9' => OfDigit,
            ' ' => OfBlank,
            >= 'A' and <= 'Z' or < ' ' => 0,
            _ => OfSign,
        };
}
