namespace AutoResolve.Benchmarks.Workloads;

/// <summary>
/// The rules that hold for each issue, by their numbers, found by trying each rule by hand on the issues that have one of its words.
/// </summary>
internal static class ExpectedMatches
{
    private static readonly char[] Separators = [' ', '\n', '.', ',', '-', ':', '#'];

    private static readonly string[] Endings = ["s", "ed", "ing"];

    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<BenchmarkRule> rules, IReadOnlyList<Issue> issues)
    {
        var all = Enumerable.Range(0, issues.Count).ToArray();
        var withWord = all.SelectMany(number =>
                issues[number]
                    .Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                    .SelectMany(WithoutEndings)
                    .Select(word => (Word: word, Number: number))
            )
            .Distinct()
            .ToLookup(pair => pair.Word, pair => pair.Number, StringComparer.OrdinalIgnoreCase);
        var matches = issues.Select(_ => new List<int>()).ToArray();
        for (var number = 0; number < rules.Count; number++)
        {
            var rule = rules[number];
            foreach (var candidate in rule.Words.Count == 0 ? all : rule.Words.SelectMany(word => withWord[word]).Distinct())
            {
                if (rule.Holds(issues[candidate]))
                    matches[candidate].Add(number);
            }
        }

        return matches;
    }

    // The ending that a text adds to a word, as a search for strings disregards it.
    private static IEnumerable<string> WithoutEndings(string word) =>
        Endings
            .Where(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            .Select(ending => word[..^ending.Length])
            .Prepend(word);
}
