namespace AutoResolve.Insights.Mining;

/// <summary>
/// Conjunctions by their phrases, so that those of a text are found without looking at others (a hash tree, as in Agrawal and Srikant,
/// Fast Algorithms for Mining Association Rules, 1994).
/// </summary>
internal sealed class ConjunctionTree
{
    private readonly Conjunction _root = new([]);

    /// <summary>Proposes every conjunction of at most <paramref name="longest"/> of the phrases.</summary>
    public void Propose(ReadOnlySpan<int> phrases, int longest, Vocabulary vocabulary) => Propose(_root, phrases, longest, vocabulary);

    /// <summary>The candidates whose phrases all occur in a text.</summary>
    public void Find(ReadOnlySpan<int> phrases, ICollection<Conjunction> found) => Find(_root, phrases, found);

    public IEnumerable<Conjunction> Candidates() => Candidates(_root);

    /// <summary>Gives up candidates, and the branches that lead to none.</summary>
    public void Keep(Predicate<Conjunction> predicate) => Keep(_root, predicate);

    private static void Propose(Conjunction node, ReadOnlySpan<int> phrases, int longest, Vocabulary vocabulary)
    {
        for (var place = 0; place < phrases.Length; place++)
        {
            node.Longer ??= [];
            if (!node.Longer.TryGetValue(phrases[place], out var longer))
            {
                int[] all = [.. node.Phrases, phrases[place]];
                longer = new Conjunction(all) { IsCandidate = !vocabulary.IsRedundant(all) && all.Sum(vocabulary.WordsOf) >= 2 };
                node.Longer[phrases[place]] = longer;
            }

            longer.Proposals++;
            if (longer.Phrases.Length < longest)
                Propose(longer, phrases[(place + 1)..], longest, vocabulary);
        }
    }

    private static void Find(Conjunction node, ReadOnlySpan<int> phrases, ICollection<Conjunction> found)
    {
        if (node.Longer is null)
            return;
        for (var place = 0; place < phrases.Length; place++)
        {
            if (!node.Longer.TryGetValue(phrases[place], out var longer))
                continue;
            if (longer.IsCandidate)
                found.Add(longer);
            Find(longer, phrases[(place + 1)..], found);
        }
    }

    private static IEnumerable<Conjunction> Candidates(Conjunction node)
    {
        foreach (var longer in node.Longer?.Values ?? Enumerable.Empty<Conjunction>())
        {
            if (longer.IsCandidate)
                yield return longer;
            foreach (var candidate in Candidates(longer))
                yield return candidate;
        }
    }

    private static void Keep(Conjunction node, Predicate<Conjunction> predicate)
    {
        if (node.Longer is null)
            return;
        foreach (var (phrase, longer) in node.Longer)
        {
            Keep(longer, predicate);
            longer.IsCandidate = longer.IsCandidate && predicate(longer);
            if (!longer.IsCandidate && longer.Longer is null)
                node.Longer.Remove(phrase);
        }

        if (node.Longer.Count == 0)
            node.Longer = null;
    }
}
