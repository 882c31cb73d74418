namespace AutoResolve.Insights.Mining;

/// <summary>
/// Joins groups that say alike: how many groups there are is guessed, and many who report one thing must not be told apart by chance.
/// </summary>
internal static class LikeGroups
{
    private const int MinShared = 2;

    /// <param name="samples">The texts.</param>
    /// <param name="groups">The group of each; afterwards the first of those that were joined.</param>
    /// <param name="count">How many groups there were.</param>
    /// <param name="vocabulary">The phrases.</param>
    public static void Join(IReadOnlyList<Sample> samples, int[] groups, int count, Vocabulary vocabulary)
    {
        var words = Typical(samples, groups, count, vocabulary);
        var first = Enumerable.Range(0, count).ToArray();
        for (var group = 1; group < count; group++)
        {
            var like = Array.FindIndex(words, 0, group, other => AreAlike(words[group], other));
            first[group] = like < 0 ? group : first[like];
        }

        for (var place = 0; place < groups.Length; place++)
            groups[place] = first[groups[place]];
    }

    // Half of the words that either is about are words of both.
    private static bool AreAlike(HashSet<int> one, HashSet<int> other)
    {
        var shared = one.Count(other.Contains);
        return shared >= MinShared && shared * 2 >= one.Count + other.Count - shared;
    }

    /// <summary>The words that more than half of a group say.</summary>
    private static HashSet<int>[] Typical(IReadOnlyList<Sample> samples, int[] groups, int count, Vocabulary vocabulary)
    {
        var sizes = new int[count];
        var counts = Enumerable.Range(0, count).Select(_ => new Dictionary<int, int>()).ToArray();
        for (var place = 0; place < groups.Length; place++)
        {
            var group = groups[place];
            sizes[group]++;
            foreach (var phrase in samples[place].Phrases.Where(phrase => vocabulary.WordsOf(phrase) == 1))
                counts[group][phrase] = counts[group].GetValueOrDefault(phrase) + 1;
        }

        return
        [
            .. counts.Select((words, group) => words.Where(word => word.Value * 2 > sizes[group]).Select(word => word.Key).ToHashSet()),
        ];
    }
}
