namespace AutoResolve.Expressions;

/// <summary>Refuses expressions so long or so nested that reading them could exhaust the stack.</summary>
internal static class ExpressionLimits
{
    private const int Longest = 500;
    private const int Deepest = 20;
    private const int MaxSigns = 50;

    public static string? FindExcess(string expression)
    {
        if (expression.Length > Longest)
            return $"This expression is {expression.Length} characters long; at most {Longest} are allowed. Split it "
                + $"into several conditions in 'all' or 'any'.";
        var depth = 0;
        var deepest = 0;
        var signs = 0;
        foreach (var character in expression)
        {
            depth += character switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' => -1,
                _ => 0,
            };
            deepest = Math.Max(deepest, depth);
            signs += character is '!' or '-' or '~' or '?' ? 1 : 0;
        }

        if (deepest > Deepest)
            return $"This expression has more than {Deepest} brackets inside each other. Split it into several "
                + $"conditions in 'all' or 'any'.";
        return signs > MaxSigns
            ? $"This expression has more than {MaxSigns} of the signs '!', '-' and '?'. Split it into several "
                + $"conditions in 'all' or 'any'."
            : null;
    }
}
