namespace AutoResolve.Insights.Mining;

/// <summary>
/// Gives up what adds nothing to mined rules: conditions that another rule of their type covers, and rules without which every known text
/// is
/// decided as before.
/// </summary>
internal static class LeanRules
{
    /// <summary>Where a part of a condition is enough for a rule of its type that is as sure or surer, the whole adds nothing.</summary>
    /// <param name="bands">The conditions of a label by band, the surest first.</param>
    public static List<(double Band, List<Conjunction> Conjunctions)> WithoutCovered(
        IReadOnlyList<(double Band, List<Conjunction> Conjunctions)> bands
    )
    {
        var kept = new List<(double Band, List<Conjunction> Conjunctions)>();
        var asSure = new List<Conjunction>();
        foreach (var (band, conjunctions) in bands)
        {
            asSure.AddRange(conjunctions);
            var own = conjunctions.FindAll(whole => !asSure.Exists(part => Covers(part, whole)));
            if (own.Count > 0)
                kept.Add((band, own));
        }

        return kept;
    }

    /// <summary>
    /// Gives up rules that decide none of the texts and stand in the way of nothing: all texts are decided as before, so all figures stay.
    /// </summary>
    /// <param name="bands">The rules by label and band.</param>
    /// <param name="names">The names of the labels.</param>
    /// <param name="load">Makes a rulebook of them; null where there are none.</param>
    /// <param name="texts">All that is known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Dictionary<int, List<(double Band, List<Conjunction> Conjunctions)>> WithoutIdle(
        Dictionary<int, List<(double Band, List<Conjunction> Conjunctions)>> bands,
        IReadOnlyList<string> names,
        Func<Dictionary<int, List<(double Band, List<Conjunction> Conjunctions)>>, Rulebook?> load,
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    )
    {
        if (load(bands) is not { } whole)
            return bands;
        var decided = texts.Select(text => Decide(whole, text, cancellationToken)).ToList();
        var needed = decided.OfType<string>().ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var lean = Only(needed, bands, names);
            var rulebook = load(lean);
            var before = needed.Count;
            var matches = new List<RuleReference>();
            for (var place = 0; place < texts.Count; place++)
            {
                if (rulebook is not null && Decide(rulebook, texts[place], cancellationToken) == decided[place])
                    continue;

                // What is decided in another way now was held back by a rule that matches it.
                matches.Clear();
                whole.FindMatches(new Issue { Id = "1", Text = texts[place] }, matches);
                needed.UnionWith(matches.Select(match => match.Id));
            }

            if (needed.Count == before)
                return lean;
        }
    }

    private static bool Covers(Conjunction part, Conjunction whole) =>
        part != whole && part.Phrases.Length < whole.Phrases.Length && part.Phrases.All(whole.Phrases.Contains);

    private static string? Decide(Rulebook rulebook, string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Measuring.RuleEvaluation.Decide(rulebook, text)?.Id;
    }

    private static Dictionary<int, List<(double Band, List<Conjunction> Conjunctions)>> Only(
        HashSet<string> rules,
        Dictionary<int, List<(double Band, List<Conjunction> Conjunctions)>> bands,
        IReadOnlyList<string> names
    ) =>
        bands
            .Select(label =>
                KeyValuePair.Create(
                    label.Key,
                    label.Value.FindAll(band => rules.Contains(RuleFileWriter.IdOf(names[label.Key], band.Band)))
                )
            )
            .Where(label => label.Value.Count > 0)
            .ToDictionary();
}
