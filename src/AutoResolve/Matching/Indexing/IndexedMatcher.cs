using Microsoft.Extensions.ObjectPool;

namespace AutoResolve.Matching.Indexing;

/// <summary>Finds the few rules that may match by the words of an issue, and evaluates only these.</summary>
internal sealed class IndexedMatcher : IRuleMatcher
{
    private readonly RuleIndex _index;
    private readonly ObjectPool<IndexSearch> _searches;

    public IndexedMatcher(RuleIndex index)
    {
        _index = index;
        _searches = new DefaultObjectPoolProvider().Create(new SearchPolicy(index));
    }

    /// <summary>The rules that are evaluated with every issue.</summary>
    public IEnumerable<CompiledRule> AlwaysEvaluated => _index.Always.Select(posting => _index.Rules[posting.Target]);

    public MatchResult Match(IssueText text, FactValues facts)
    {
        var search = _searches.Get();
        var hits = search.Find(text.Delivered, text.Locale, text.MaxLength, facts);
        var matches = hits.IsEmpty ? [] : new RuleMatch[hits.Length];
        for (var at = 0; at < hits.Length; at++)
            matches[at] = new RuleMatch(_index.Rules[hits[at].Rule], hits[at].Truth, text, facts);
        var evaluated = search.Evaluated;

        // Not after an exception: what is half done must not be used again.
        _searches.Return(search);
        return new MatchResult(matches, evaluated);
    }

    /// <summary>Adds the rules that match for certain, by ordinal. Allocates nothing but what <paramref name="matches"/> does. Parameters as in <see cref="IssueText.Prepare"/>.</summary>
    public void Find(Issue issue, string defaultLocale, int maxLength, ICollection<RuleReference> matches)
    {
        var search = _searches.Get();
        foreach (var hit in search.Find(issue, defaultLocale, maxLength, FactValues.None))
        {
            if (hit.Truth == Truth.True)
                matches.Add(_index.Rules[hit.Rule].Reference);
        }

        _searches.Return(search);
    }

    /// <summary>The rules, by their places.</summary>
    public IReadOnlyList<CompiledRule> Rules => _index.Rules;

    /// <summary>Adds one for each rule that has to be evaluated for an issue, by its place among <see cref="Rules"/>. Parameters as in <see cref="IssueText.Prepare"/>.</summary>
    public void CountEvaluated(Issue issue, string defaultLocale, int maxLength, Span<int> counts)
    {
        var search = _searches.Get();
        search.Find(issue, defaultLocale, maxLength, FactValues.None);
        search.CountEvaluated(counts);
        _searches.Return(search);
    }

    private sealed class SearchPolicy(RuleIndex index) : PooledObjectPolicy<IndexSearch>
    {
        public override IndexSearch Create() => new(index);

        public override bool Return(IndexSearch obj) => true;
    }
}
