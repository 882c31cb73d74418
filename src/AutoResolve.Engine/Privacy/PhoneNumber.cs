namespace AutoResolve.Privacy;

/// <summary>A telephone number in the forms of the United States, or any with its country's code; with its extension.</summary>
/// <param name="isCalled">Whether only numbers are meant that the text calls so.</param>
internal sealed class PhoneNumber(bool isCalled) : INumberShape
{
    public const string Separators = " .-()/_";
    public const int MaxSeparators = 3;

    private const int MaxDigits = 15;

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        var runs = isCalled && context != WordKind.Phone ? 0 : Runs(text, run, context);
        if (runs == 0)
            return NumberMatch.None;
        var before = 0;
        while (before < 2 && text.Runs[run].Start - before > 0 && text.Text[text.Runs[run].Start - before - 1] is '+' or '(')
            before++;
        return new NumberMatch(HasExtension(text, run + runs - 1) ? runs + 1 : runs, Placeholder.Phone, before);
    }

    private static int Runs(NumberText text, int run, WordKind context)
    {
        if (text.Before(run) == '+' && International(text, run) is > 0 and var international)
            return international;
        if (text.Value(run) == 1 && text.Runs[run].Length == 1 && IsLong(text, run + 1) && IsJoined(text, run))
            return 4;
        if (IsLong(text, run))
            return 3;
        if (text.HasShape(run, [3, 7], Separators, MaxSeparators) || text.HasShape(run, [6, 4], "- ."))
            return 2;
        if (context == WordKind.Phone && Called(text, run) is > 0 and var called)
            return called;
        return
            text.HasShape(run, [3, 4], "-. ", 1)
            && (context == WordKind.Phone || (text.Between(run)[0] is '-' && context != WordKind.Harmless))
            ? 2
            : 0;
    }

    private static bool IsLong(NumberText text, int run) =>
        text.HasShape(run, [3, 3, 4], Separators, MaxSeparators) || text.IsGrouped(run, [3, 3, 4]);

    private static bool IsJoined(NumberText text, int run) =>
        text.AreJoined(run, Separators, MaxSeparators) || text.IsGrouped(run, [1, 3, 3, 4]);

    // Where the text says what it is: in whatever groups, the longest first.
    private static int Called(NumberText text, int run)
    {
        foreach (var digits in (ReadOnlySpan<int>)[11, 10, 7])
        {
            if (
                text.Group(run, digits) is > 0 and var runs
                && !IsDate(text, run, runs)
                && (digits < 11 || runs == 1 || text.Text[text.Runs[run].Start] == '1')
            )
                return runs;
        }

        return 0;
    }

    // "on 11/5/26 10:30": a slash separates all groups of a number, or none.
    private static bool IsDate(NumberText text, int run, int runs) => runs > 1 && text.Between(run) is "/" && !text.IsGrouped(run, runs);

    private static int International(NumberText text, int run)
    {
        var (runs, digits) = (1, text.Runs[run].Length);
        while (
            run + runs < text.Runs.Length
            && (text.AreJoined(run + runs - 1, Separators, MaxSeparators) || text.IsGrouped(run, runs + 1))
            && digits + text.Runs[run + runs].Length <= MaxDigits
        )
            digits += text.Runs[run + runs++].Length;
        return digits >= 7 ? runs : 0;
    }

    private static bool HasExtension(NumberText text, int last)
    {
        if (last + 1 >= text.Runs.Length || text.Runs[last + 1].Length > 6)
            return false;
        var between = text.Between(last).Trim(" ,.:#");
        return between.Equals("x", StringComparison.OrdinalIgnoreCase)
            || between.Equals("ext", StringComparison.OrdinalIgnoreCase)
            || between.Equals("extension", StringComparison.OrdinalIgnoreCase);
    }
}
