namespace AutoResolve.Rules;

/// <summary>Finds what an author probably meant.</summary>
public static class Spelling
{
    private const int MostNamed = 5;

    /// <summary>
    /// The closest known word within a third of the length in edits (insertion, deletion, exchange, swap of neighbours); null where none
    /// is close.
    /// </summary>
    /// <remarks>Optimal string alignment distance, ignoring case; of equally close words the ordinally first.</remarks>
    /// <param name="word">What was written.</param>
    /// <param name="known">What there is.</param>
    public static string? Closest(string word, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in known.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance)
                continue;
            var distance = Distance(word, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>" Did you mean 'x'?" for the end of a message, or nothing.</summary>
    /// <param name="suggestion">What was probably meant; null where nothing is close.</param>
    public static string DidYouMean(string? suggestion) => suggestion is null ? "" : $" Did you mean '{suggestion}'?";

    /// <summary>" Did you mean 'x'?" for the end of a message; where nothing is close, what there is: " There are 'a', 'b' and 7
    /// more."</summary>
    /// <param name="suggestion">What was probably meant; null where nothing is close.</param>
    /// <param name="known">What there is.</param>
    public static string DidYouMean(string? suggestion, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (suggestion is not null || known.Count == 0)
            return DidYouMean(suggestion);
        var named = string.Join(", ", known.Order(StringComparer.Ordinal).Take(MostNamed).Select(name => $"'{name}'"));
        var verb = known.Count == 1 ? "is" : "are";
        return known.Count <= MostNamed ? $" There {verb} {named}." : $" There are {named} and {known.Count - MostNamed} more.";
    }

    private static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var exchange = last[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(exchange, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
