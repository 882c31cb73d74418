namespace AutoResolve.Privacy;

/// <summary>Whatever number is called one of an account, a card, a file or a person.</summary>
internal sealed class AccountNumber : INumberShape
{
    private const int Least = 5;
    private const int MaxRuns = 8;

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        if (context != WordKind.Account)
            return NumberMatch.None;
        var (runs, digits) = (1, text.Runs[run].Length);
        while (runs < MaxRuns && run + runs < text.Runs.Length && GoesOn(text, run, runs))
            digits += text.Runs[run + runs++].Length;
        return digits >= Least ? new NumberMatch(runs, Placeholder.Other) : NumberMatch.None;
    }

    // One separator stands between all groups; a line that ends is none where there is but one.
    private static bool GoesOn(NumberText text, int run, int runs) =>
        text.AreJoined(run + runs - 1, " -.", 1)
        || (
            text.IsGrouped(run, runs + 1)
            && (runs > 1 || text.IsGrouped(run, 3) || DigitGap.Of(text.Between(run)).Kind != DigitGapKind.Line)
        );
}
