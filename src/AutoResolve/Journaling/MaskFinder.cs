namespace AutoResolve.Journaling;

/// <summary>Finds what stands in a redacted copy in the place of something else, whatever the redactor's masks look like.</summary>
internal static class MaskFinder
{
    /// <param name="original">The text.</param>
    /// <param name="copy">What redaction made of it.</param>
    /// <returns>The masks; none where nothing but the end is missing.</returns>
    public static IEnumerable<string> Find(string original, string copy)
    {
        var said = original.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        foreach (var token in copy.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (said.Contains(token))
                continue;

            // What stands around the mask without a space was said.
            var start = Longest(token.Length, length => original.Contains(token[..length], StringComparison.Ordinal));
            var rest = token[start..];
            var end = Longest(rest.Length, length => original.Contains(rest[^length..], StringComparison.Ordinal));
            if (end < rest.Length)
                yield return rest[..^end];
        }
    }

    private static int Longest(int most, Func<int, bool> fits)
    {
        var least = 0;
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            if (fits(middle))
                least = middle;
            else
                most = middle - 1;
        }

        return least;
    }
}
