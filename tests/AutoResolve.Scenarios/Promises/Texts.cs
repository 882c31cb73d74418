namespace AutoResolve.Scenarios.Promises;

/// <summary>Compares lists of lines.</summary>
internal static class Texts
{
    /// <summary>All lines in order: those that are missing with a minus, those that are too many with a plus.</summary>
    /// <returns>Empty where the lists are equal.</returns>
    public static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        if (expected.SequenceEqual(actual))
            return "";
        var common = new int[expected.Count + 1, actual.Count + 1];
        for (var left = expected.Count - 1; left >= 0; left--)
        {
            for (var right = actual.Count - 1; right >= 0; right--)
            {
                common[left, right] =
                    expected[left] == actual[right]
                        ? common[left + 1, right + 1] + 1
                        : Math.Max(common[left + 1, right], common[left, right + 1]);
            }
        }

        var lines = new List<string>();
        for (int left = 0, right = 0; left < expected.Count || right < actual.Count; )
        {
            if (left < expected.Count && right < actual.Count && expected[left] == actual[right])
            {
                lines.Add($"    {expected[left]}");
                (left, right) = (left + 1, right + 1);
            }
            else if (left < expected.Count && (right == actual.Count || common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add($"  - {expected[left++]}");
            }
            else
            {
                lines.Add($"  + {actual[right++]}");
            }
        }

        return string.Join('\n', lines);
    }
}
