namespace AutoResolve.Insights.Mining;

/// <summary>Picks past texts as tests of mined rules: some that a rule matches, and some that come near and that it must miss.</summary>
internal static class MinedTests
{
    private const int MaxTests = 5;
    private const int MaxTestLength = 300;

    /// <returns>The tests of each rule, by its id.</returns>
    public static Dictionary<string, (IReadOnlyList<string> Match, IReadOnlyList<string> Miss)> Of(
        Rulebook rulebook,
        List<Sample> samples,
        IReadOnlyList<string> names,
        Dictionary<int, List<(double Band, List<Conjunction> Conjunctions)>> bands,
        CancellationToken cancellationToken
    )
    {
        var match = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var miss = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var rulesByPhrase = bands
            .SelectMany(label =>
                label.Value.SelectMany(band =>
                    band.Conjunctions.SelectMany(conjunction => conjunction.Phrases)
                        .Distinct()
                        .Select(phrase => (phrase, Rule: (label.Key, Id: RuleFileWriter.IdOf(names[label.Key], band.Band))))
                )
            )
            .ToLookup(entry => entry.phrase, entry => entry.Rule);
        var matched = new List<RuleReference>();
        foreach (var sample in samples.Where(sample => sample.Text.Length <= MaxTestLength))
        {
            cancellationToken.ThrowIfCancellationRequested();
            matched.Clear();
            rulebook.FindMatches(new Issue { Id = "1", Text = sample.Text }, matched);
            foreach (var rule in matched)
            {
                if (sample.Label >= 0 && rule.Type == names[sample.Label])
                    Add(match, rule.Id, sample.Text);
            }

            foreach (var (label, id) in sample.Phrases.SelectMany(phrase => rulesByPhrase[phrase]))
            {
                if (
                    label != sample.Label
                    && (!miss.TryGetValue(id, out var texts) || texts.Count < MaxTests)
                    && !matched.Exists(rule => rule.Id == id)
                )
                    Add(miss, id, sample.Text);
            }
        }

        FillUp(miss, match.Keys, samples, rulebook);
        return match
            .Keys.Union(miss.Keys)
            .ToDictionary(
                id => id,
                id => ((IReadOnlyList<string>)match.GetValueOrDefault(id, []), (IReadOnlyList<string>)miss.GetValueOrDefault(id, [])),
                StringComparer.Ordinal
            );
    }

    // Where no text comes near, any other text must do.
    private static void FillUp(Dictionary<string, List<string>> miss, IEnumerable<string> rules, List<Sample> samples, Rulebook rulebook)
    {
        var open = rules.Where(id => miss.GetValueOrDefault(id, []).Count < MaxTests).ToHashSet(StringComparer.Ordinal);
        var matched = new List<RuleReference>();
        foreach (var sample in samples.Where(sample => sample.Text.Length <= MaxTestLength))
        {
            if (open.Count == 0)
                return;
            matched.Clear();
            rulebook.FindMatches(new Issue { Id = "1", Text = sample.Text }, matched);
            foreach (var id in open.Except(matched.Select(rule => rule.Id)).ToList())
            {
                Add(miss, id, sample.Text);
                if (miss[id].Count >= MaxTests)
                    open.Remove(id);
            }
        }
    }

    private static void Add(Dictionary<string, List<string>> tests, string id, string text)
    {
        if (!tests.TryGetValue(id, out var texts))
            tests[id] = texts = [];
        if (texts.Count < MaxTests && !texts.Contains(text, StringComparer.OrdinalIgnoreCase))
            texts.Add(text);
    }
}
