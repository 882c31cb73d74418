namespace AutoResolve.Words.Variants;

/// <summary>A number in a phrase.</summary>
/// <param name="Digits">The digits of the whole number.</param>
/// <param name="Fraction">Those behind the decimal point, without zeros at the end: "20.00" is 20.</param>
/// <param name="Length">How many parts of the phrase it is; 0 where no number stands there.</param>
internal readonly record struct Amount(string Digits, string Fraction, int Length);
