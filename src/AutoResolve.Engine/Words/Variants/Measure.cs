using System.Collections.Frozen;

namespace AutoResolve.Words.Variants;

/// <summary>What a number counts, with all that it is called.</summary>
internal sealed record Measure(string[][] Words)
{
    // What stands before amounts as well as behind them: "EUR 20".
    private static readonly FrozenSet<string> CurrencyCodes = VariantData.Set("usd eur gbp jpy inr chf cad aud");

    /// <summary>The sign before the number, which may stand behind it, too; none where it is 0.</summary>
    public char Before { get; init; }

    /// <summary>The sign behind the number; none where it is empty.</summary>
    public string After { get; init; } = "";

    /// <summary>Whether it is half of a day.</summary>
    public bool IsTime { get; init; }

    /// <summary>Units of one letter that are another one in capitals.</summary>
    public string Small { get; init; } = "";

    /// <summary>Its codes of currencies, which also stand before the number.</summary>
    public IReadOnlySet<string> Codes { get; } =
        Words.Where(says => says.Length == 1).Select(says => says[0]).Where(CurrencyCodes.Contains).ToHashSet(StringComparer.Ordinal);

    /// <summary>Its sign behind the number; empty where it has none.</summary>
    public string Sign => Before == '\0' ? After : Before.ToString();

    /// <summary>Whether a word is the code of a currency.</summary>
    public static bool IsCode(string word) => CurrencyCodes.Contains(word);

    public bool HasSign => Before != '\0' || After.Length > 0;

    /// <summary>Whether a number with these signs is one.</summary>
    /// <param name="first">Around its first digits.</param>
    /// <param name="last">Around its last digits.</param>
    public bool IsSigned(in WordSigns first, in WordSigns last) =>
        HasSign && ((Before != '\0' && first.Before == Before) || last.After == Sign);

    public bool IsSmall(string unit) => unit.Length == 1 && Small.Contains(unit, StringComparison.Ordinal);
}
