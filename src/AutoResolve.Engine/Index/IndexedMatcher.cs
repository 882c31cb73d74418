using AutoResolve.Budgets;
using AutoResolve.Index.NearMisses;
using AutoResolve.Matching;

namespace AutoResolve.Index;

/// <summary>Finds the few rules that may match by the words of an issue, and evaluates only these.</summary>
internal sealed class IndexedMatcher
{
    private readonly RuleIndex _index;
    private readonly SearchPool _searches;

    public IndexedMatcher(RuleIndex index)
    {
        _index = index;
        _searches = new SearchPool(index);
    }

    /// <summary>The rules that are evaluated with every issue.</summary>
    public IEnumerable<CompiledRule> AlwaysEvaluated =>
        _index.Always.Select(posting => _index.Rules[_index.Alternatives[posting.Target].Rule]).Distinct();

    /// <returns>The rules that match or may match, in the order of their ordinals, and how many were evaluated to find them.</returns>
    public MatchResult Match(MatchInput text, FactValues facts)
    {
        var search = _searches.Get();
        var matches = search.Match(text, facts);
        var evaluated = search.Evaluated;
        if (HasOthersForGuards(text))
            matches = Merge(matches, search.Match(text.ForGuards, facts));

        // Not after an exception: what is half done must not be used again.
        _searches.Return(search);
        return new MatchResult(Kept(matches, text.Work), evaluated);
    }

    /// <summary>Goes through the places of the rules that match or may match without facts. Nothing is allocated.</summary>
    /// <param name="text">The issue.</param>
    /// <param name="seed">What it begins with.</param>
    /// <param name="add">Adds a rule by its place.</param>
    public T Aggregate<T>(MatchInput text, T seed, Func<T, int, T> add)
    {
        var search = _searches.Get();
        foreach (var hit in search.Find(text))
            seed = add(seed, hit.Rule);
        _searches.Return(search);
        return seed;
    }

    /// <summary>What matches come to once facts are known: as if matched with them; only what depends on them is looked at again.</summary>
    /// <param name="matches">What <see cref="Match"/> gave for the same text without facts.</param>
    /// <param name="text">The issue.</param>
    /// <param name="facts">The facts.</param>
    public MatchResult Settle(MatchResult matches, MatchInput text, FactValues facts)
    {
        var mayChange = false;
        foreach (var match in matches.Matches)
            mayChange |= match.Rule.DependsOnFacts;
        if (!mayChange)
            return matches;

        // Of a guard it is not known by which of the two texts it may match.
        if (HasOthersForGuards(text))
            return matches with { Matches = Match(text, facts).Matches };
        var search = _searches.Get();
        var settled = search.Settle(matches.Matches, text, facts);
        _searches.Return(search);
        return matches with { Matches = Kept(settled, text.Work) };
    }

    /// <summary>Finds rules that nearly match, and rules that are left out, without visiting all. None where not even all that matches
    /// could be looked for.</summary>
    public NearMissResult FindNear(MatchInput text, FactValues facts, NearMissQuery query)
    {
        if (text.Work.IsSpent)
            return new NearMissResult([], []);
        var search = _searches.Get();
        text.Work.BeginReasons();
        var found = search.FindNear(text, facts, query);
        text.Work.EndReasons();
        _searches.Return(search);
        return found;
    }

    /// <summary>The rules that do not match, and would if nothing were denied, in the order of their ordinals. None where not even all that
    /// matches could be looked for.</summary>
    /// <param name="matches">What <see cref="Match"/> gave for the same text and facts.</param>
    /// <param name="text">The issue.</param>
    /// <param name="facts">The facts.</param>
    public IEnumerable<CompiledRule> FindDenied(MatchResult matches, MatchInput text, FactValues facts)
    {
        if (text.Work.IsSpent)
            return [];
        var search = _searches.Get();
        text.Work.BeginReasons();
        var found = search.FindIfNothingWereDenied(text, facts);
        text.Work.EndReasons();
        _searches.Return(search);
        return found.Except(matches.Matches.Select(match => match.Place)).Select(place => _index.Rules[place]);
    }

    /// <summary>The rules that match but for the language of their sets, in the order of their ordinals. None where not even all that
    /// matches could be looked for.</summary>
    public IReadOnlyList<RuleMatch> FindInOtherLanguages(MatchInput text, FactValues facts)
    {
        if (!_index.Scopes.HasLanguages || text.Language.IsEmpty || text.Work.IsSpent)
            return [];
        var search = _searches.Get();
        text.Work.BeginReasons();
        var found = search.MatchInAnyLanguage(text, facts);
        text.Work.EndReasons();
        _searches.Return(search);
        return Array.FindAll(found, match => !match.Rule.InScope(text));
    }

    /// <summary>
    /// Adds the rules that match for certain, by ordinal. For an issue without turns it allocates nothing but what
    /// <paramref name="matches"/> does.
    /// </summary>
    /// <remarks>Parameters as in <see cref="MatchInput.Prepare"/>.</remarks>
    public void Find(Issue issue, string defaultLocale, int maxLength, ICollection<RuleReference> matches)
    {
        if (issue.Turns.Count > 0)
        {
            foreach (
                var match in Match(
                    MatchInput.Prepare(issue, defaultLocale, maxLength, new WorkBudget(WorkBudget.UsualSteps)),
                    FactValues.None
                )
                    .Matches.Where(match => match.Truth == Truth.True)
            )
                matches.Add(match.Rule.Reference);
            return;
        }

        var search = _searches.Get();
        foreach (var hit in search.Find(issue, defaultLocale, maxLength))
        {
            if (hit.Truth == Truth.True)
                matches.Add(_index.Rules[hit.Rule].Reference);
        }

        _searches.Return(search);
    }

    /// <summary>The rules, by their places.</summary>
    public IReadOnlyList<CompiledRule> Rules => _index.Rules;

    /// <summary>Finds the rules that have to be evaluated for an issue.</summary>
    /// <remarks>Parameters as in <see cref="MatchInput.Prepare"/>.</remarks>
    public void FindEvaluated(Issue issue, string defaultLocale, int maxLength, ICollection<RuleReference> evaluated)
    {
        var search = _searches.Get();
        search.Find(issue, defaultLocale, maxLength);
        search.FindEvaluated(evaluated);
        _searches.Return(search);
    }

    /// <summary>
    /// Whether a match counts where not all could be looked for: nothing else than guards is to be said of what was not read to its end. A
    /// guard that only facts keep from being sure is one all the same.
    /// </summary>
    public static bool IsSure(CompiledRule rule, Truth truth, WorkBudget work) =>
        rule.Rule.Guard && (truth == Truth.True || !work.IsSpentByGuards);

    private static RuleMatch[] Kept(RuleMatch[] matches, WorkBudget work) => work.IsSpent ? SureOf(matches, work) : matches;

    private static RuleMatch[] SureOf(RuleMatch[] matches, WorkBudget work) =>
        Array.FindAll(matches, match => IsSure(match.Rule, match.Truth, work));

    // What only guards read is rare, so that a second search for it costs less than to mark in all of the index who reads what.
    private bool HasOthersForGuards(MatchInput text) => _index.HasGuards && text.ForGuards != text;

    // Both by place. A guard matches by either text, and as surely as by the surer one.
    private static RuleMatch[] Merge(RuleMatch[] matches, RuleMatch[] forGuards)
    {
        List<RuleMatch> merged = new(matches.Length);
        var next = 0;
        foreach (var guard in forGuards)
        {
            if (!guard.Rule.Rule.Guard)
                continue;
            while (next < matches.Length && matches[next].Place < guard.Place)
                merged.Add(matches[next++]);
            var isKnown = next < matches.Length && matches[next].Place == guard.Place;
            if (!isKnown)
                merged.Add(guard);
            else if (guard.Truth > matches[next].Truth)
                matches[next] = guard;
        }

        merged.AddRange(matches.AsSpan(next));
        return [.. merged];
    }
}
