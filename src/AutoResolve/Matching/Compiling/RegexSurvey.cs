namespace AutoResolve.Matching.Compiling;

/// <summary>What a pattern would cost, read from its text: whether it needs backtracking, and how large its repetitions make it.</summary>
/// <param name="Nonlinear">The first construct that cannot run in linear time, and where it stands; null where there is none.</param>
/// <param name="Size">The number of positions after repetitions are written out; capped.</param>
internal sealed record RegexSurvey((string Name, int Index)? Nonlinear, long Size)
{
    private const long Cap = 1_000_000;

    public static RegexSurvey Of(string pattern)
    {
        (string, int)? nonlinear = null;
        var groups = new Stack<long>();
        var sum = 0L;
        var last = 0L;
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    if (at + 1 < pattern.Length && (pattern[at + 1] is >= '1' and <= '9' or 'k'))
                        nonlinear ??= ("A back-reference", at);
                    Add(ref sum, ref last, 1);
                    at++;
                    break;
                case '[':
                    at = EndOfClass(pattern, at);
                    Add(ref sum, ref last, 1);
                    break;
                case '(':
                    if (NameOfNonlinearGroup(pattern.AsSpan(at)) is { } name)
                        nonlinear ??= (name, at);
                    groups.Push(sum);
                    (sum, last) = (0, 0);
                    break;
                case ')':
                    var inner = sum;
                    sum = groups.TryPop(out var outer) ? outer : 0;
                    Add(ref sum, ref last, Math.Max(inner, 1));
                    break;
                case '{' when Repetitions(pattern, at, out var end) is { } times:
                    sum = Math.Min(Cap, sum + (last * (times - 1)));
                    last = Math.Min(Cap, last * times);
                    at = end;
                    break;
                case '*' or '+' or '?' or '|' or '^' or '$':
                    break;
                default:
                    Add(ref sum, ref last, 1);
                    break;
            }
        }

        return new RegexSurvey(nonlinear, sum);
    }

    private static void Add(ref long sum, ref long last, long size) => (sum, last) = (Math.Min(Cap, sum + size), size);

    private static string? NameOfNonlinearGroup(ReadOnlySpan<char> group) => group switch
    {
        _ when group.StartsWith("(?=") || group.StartsWith("(?!") => "Look-ahead",
        _ when group.StartsWith("(?<=") || group.StartsWith("(?<!") => "Look-behind",
        _ when group.StartsWith("(?>") => "An atomic group",
        _ when group.StartsWith("(?(") => "A conditional group",
        _ => null,
    };

    private static int EndOfClass(string pattern, int at)
    {
        // A ] in first place is a member.
        var from = at + 1;
        if (from < pattern.Length && pattern[from] == '^')
            from++;
        for (var end = from; end < pattern.Length; end++)
        {
            if (pattern[end] == '\\')
                end++;
            else if (pattern[end] == ']' && end > from)
                return end;
        }

        return pattern.Length - 1;
    }

    // {n}, {n,} and {n,m}; anything else in braces is literal text.
    private static long? Repetitions(string pattern, int at, out int end)
    {
        end = pattern.IndexOf('}', at);
        if (end < 0)
            return null;
        var parts = pattern[(at + 1)..end].Split(',');
        if (parts.Length > 2 || !parts.All(part => part.All(char.IsAsciiDigit)) || parts[0].Length == 0)
            return null;
        return parts.Max(part => part.Length == 0 ? 1 : long.TryParse(part, out var times) ? Math.Clamp(times, 1, Cap) : Cap);
    }
}
