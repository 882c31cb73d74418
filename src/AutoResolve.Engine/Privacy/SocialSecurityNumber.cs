namespace AutoResolve.Privacy;

/// <summary>A social security number, whole or its last four digits.</summary>
internal sealed class SocialSecurityNumber : INumberShape
{
    private const int Digits = 9;
    private const int LastDigits = 4;

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        if (text.HasShape(run, [3, 2, 4], " -./_", 3) || text.IsGrouped(run, [3, 2, 4]))
            return new NumberMatch(3, Placeholder.SocialSecurity);
        if (context == WordKind.SocialSecurity)
            return Called(text, run);
        var length = text.Runs[run].Length;
        if (context == WordKind.LastFour && length < Digits)
            return length == LastDigits ? new NumberMatch(1, Placeholder.SocialSecurity) : Single(text, run);
        return length == Digits && context is not (WordKind.Harmless or WordKind.Account)
            ? new NumberMatch(1, Placeholder.SocialSecurity)
            : NumberMatch.None;
    }

    // Where the text says what it is, all of it goes, also where a digit is missing.
    private static NumberMatch Called(NumberText text, int run)
    {
        var length = text.Runs[run].Length;
        if (text.Group(run, Digits) is > 0 and var whole)
            return new NumberMatch(whole, Placeholder.SocialSecurity);
        var (runs, digits) = (1, length);
        while (run + runs < text.Runs.Length && text.AreJoined(run + runs - 1, "-./_", 1))
            digits += text.Runs[run + runs++].Length;
        if (length == 3 && digits is >= Digits - 2 and < Digits)
            return new NumberMatch(runs, Placeholder.SocialSecurity);
        if (length is LastDigits or 6)
            return new NumberMatch(1, Placeholder.SocialSecurity);
        return Single(text, run);
    }

    // "6 7 8 9"
    private static NumberMatch Single(NumberText text, int run) =>
        text.Group(run, LastDigits) == LastDigits ? new NumberMatch(LastDigits, Placeholder.SocialSecurity) : NumberMatch.None;
}
