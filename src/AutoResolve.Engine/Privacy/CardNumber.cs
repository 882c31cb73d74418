namespace AutoResolve.Privacy;

/// <summary>The number of a payment card: 13 to 19 digits with a check digit, or in the groups of one.</summary>
/// <remarks>The check digit: H. P. Luhn, US patent 2,950,048, 1960.</remarks>
internal sealed class CardNumber : INumberShape
{
    private const int Least = 13;
    private const int Most = 19;
    private const int MaxRuns = 6;

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        if (text.HasShape(run, [4, 4, 4, 4], " -.", 3) || text.IsGrouped(run, [4, 4, 4, 4]))
            return new NumberMatch(4, Placeholder.Other);
        if (text.HasShape(run, [4, 6, 5], " -.", 3) || text.IsGrouped(run, [4, 6, 5]))
            return new NumberMatch(3, Placeholder.Other);
        Span<char> digits = stackalloc char[Most];
        var total = 0;
        for (var runs = 1; runs <= MaxRuns && run + runs <= text.Runs.Length; runs++)
        {
            if (runs > 1 && !text.AreJoined(run + runs - 2, " -.", 1))
                break;
            total += text.Runs[run + runs - 1].Length;
            if (total > Most)
                break;
            if (total >= Least && IsValid(digits[..text.Digits(run, runs, digits)]))
                return new NumberMatch(runs, Placeholder.Other);
        }

        return NumberMatch.None;
    }

    private static bool IsValid(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            var weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }
}
