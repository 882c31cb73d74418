namespace AutoResolve.Words;

/// <summary>
/// How many errors lie between two words: a letter too many, one too few, a wrong one, or two neighbours swapped (optimal string
/// alignment distance).
/// </summary>
internal static class SpellingDistance
{
    /// <returns>The distance; one more than <paramref name="most"/> where it is greater.</returns>
    public static int Of(ReadOnlySpan<byte> left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
            return most + 1;
        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var at = 0; at <= right.Length; at++)
            last[at] = at;
        for (var at = 1; at <= left.Length; at++)
        {
            row[0] = at;
            var least = at;
            for (var other = 1; other <= right.Length; other++)
            {
                var isSame = left[at - 1] == right[other - 1];
                row[other] = Math.Min(Math.Min(row[other - 1], last[other]) + 1, last[other - 1] + (isSame ? 0 : 1));
                if (at > 1 && other > 1 && left[at - 1] == right[other - 2] && left[at - 2] == right[other - 1])
                    row[other] = Math.Min(row[other], beforeLast[other - 2] + 1);
                least = Math.Min(least, row[other]);
            }

            if (least > most)
                return most + 1;
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }

        return Math.Min(last[right.Length], most + 1);
    }
}
