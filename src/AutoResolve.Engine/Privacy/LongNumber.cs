namespace AutoResolve.Privacy;

/// <summary>Any other number that is long enough to be somebody's. What is called a ticket, a claim or an error stays.</summary>
internal sealed class LongNumber : INumberShape
{
    private const int Least = 7;
    private const int MaxHarmless = 10;
    private const int MinOfGroups = 9;
    private const int PhoneDigits = 10;

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        var length = text.Runs[run].Length;
        var isHarmless = context == WordKind.Harmless;
        if (length >= Least)
        {
            var placeholder = length == PhoneDigits ? Placeholder.Phone : Placeholder.Other;
            return text.Before(run) == '$' || (isHarmless && length <= MaxHarmless)
                ? NumberMatch.Stays(1)
                : new NumberMatch(1, placeholder);
        }

        var (runs, digits) = (1, length);
        while (
            run + runs < text.Runs.Length
            && text.Runs[run + runs - 1].Length >= 2
            && text.Runs[run + runs].Length is >= 2 and < Least
            && text.AreJoined(run + runs - 1, " -.", 1)
        )
            digits += text.Runs[run + runs++].Length;
        if (runs < 3 || digits < MinOfGroups)
            return Paired(text, run) && !isHarmless ? new NumberMatch(2, Placeholder.Other) : NumberMatch.None;
        return isHarmless && text.Between(run) is "." ? NumberMatch.Stays(runs) : new NumberMatch(runs, Placeholder.Other);
    }

    // Nine digits in two groups are a social security number, however somebody groups it, or a ZIP code.
    private static bool Paired(NumberText text, int run) =>
        run + 1 < text.Runs.Length
        && text.Runs[run].Length is >= 3 and <= 6
        && text.Runs[run].Length + text.Runs[run + 1].Length == MinOfGroups
        && text.AreJoined(run, "-", 1);
}
