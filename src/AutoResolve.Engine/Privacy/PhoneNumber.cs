namespace AutoResolve.Privacy;

/// <summary>A telephone number in the forms of the United States, or any with its country's code; with its extension.</summary>
internal sealed class PhoneNumber : INumberShape
{
    public const string Separators = " .-()/_";
    public const int MaxSeparators = 3;

    private const int MaxDigits = 15;

    public NumberMatch Match(NumberText text, int run, ContextKind context)
    {
        var runs = Runs(text, run, context);
        if (runs == 0)
            return NumberMatch.None;
        var before = 0;
        while (before < 2 && text.Runs[run].Start - before > 0 && text.Text[text.Runs[run].Start - before - 1] is '+' or '(')
            before++;
        return new NumberMatch(HasExtension(text, run + runs - 1) ? runs + 1 : runs, Placeholder.Phone, before);
    }

    private static int Runs(NumberText text, int run, ContextKind context)
    {
        if (text.Before(run) == '+' && International(text, run) is > 0 and var international)
            return international;
        if (text.Value(run) == 1 && text.HasShape(run, [1, 3, 3, 4], Separators, MaxSeparators))
            return 4;
        if (text.HasShape(run, [3, 3, 4], Separators, MaxSeparators))
            return 3;
        if (text.HasShape(run, [3, 7], Separators, MaxSeparators) || text.HasShape(run, [6, 4], "- ."))
            return 2;
        if (
            text.HasShape(run, [3, 4], "-. ", 1)
            && (context == ContextKind.Phone || (text.Between(run)[0] is '-' && context != ContextKind.Harmless))
        )
            return 2;
        return context == ContextKind.Phone && text.Runs[run].Length is 7 or 10 or 11 ? 1 : 0;
    }

    private static int International(NumberText text, int run)
    {
        var (runs, digits) = (1, text.Runs[run].Length);
        while (
            run + runs < text.Runs.Length
            && text.AreJoined(run + runs - 1, Separators, MaxSeparators)
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
