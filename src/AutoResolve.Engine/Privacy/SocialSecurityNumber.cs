namespace AutoResolve.Privacy;

/// <summary>A social security number, whole or its last four digits.</summary>
internal sealed class SocialSecurityNumber : INumberShape
{
    private const int Digits = 9;
    private const int LastDigits = 4;

    public NumberMatch Match(NumberText text, int run, ContextKind context)
    {
        if (text.HasShape(run, [3, 2, 4], " -./_", 3))
            return new NumberMatch(3, Placeholder.SocialSecurity);
        if (text.HasShape(run, [3, 3, 3], " -.") || text.HasShape(run, [3, 6], "-") || text.HasShape(run, [5, 4], "- "))
        {
            var runs = text.Runs[run].Length == 3 && text.Runs[run + 1].Length == 3 ? 3 : 2;
            return context == ContextKind.SocialSecurity ? new NumberMatch(runs, Placeholder.SocialSecurity) : NumberMatch.None;
        }

        var length = text.Runs[run].Length;
        if (length is LastDigits or Digits or 6)
        {
            if (context == ContextKind.SocialSecurity || (length == LastDigits && context == ContextKind.LastFour))
                return new NumberMatch(1, Placeholder.SocialSecurity);
            if (length == Digits && context != ContextKind.Harmless && context != ContextKind.Account)
                return new NumberMatch(1, Placeholder.SocialSecurity);
        }

        return NumberMatch.None;
    }
}
