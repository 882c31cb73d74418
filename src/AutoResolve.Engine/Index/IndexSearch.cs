using AutoResolve.Budgets;
using AutoResolve.Index.NearMisses;
using AutoResolve.Matching;

namespace AutoResolve.Index;

/// <summary>Searches the index for one issue after the other.</summary>
/// <remarks>Keeps its memory, so that a search allocates nothing; not safe for several threads at once.</remarks>
internal sealed class IndexSearch
{
    private readonly RuleIndex _index;

    // Rules that one pair of words leads to, so many that they are not visited again with each of its places.
    private const int ManyPostings = 16;

    private const int StepsPerRule = 2;
    private const int StepsPerMatch = 200;

    private readonly WorkBudget _work = new(WorkBudget.UsualSteps);
    private readonly MatchInput _own;
    private readonly TokenizedIssue _text;
    private readonly ConditionRunner _runner;
    private readonly WordPlaces _places;
    private readonly MatchReader _reader;
    private readonly IssueReader _texts;
    private readonly ScopeVerdicts _scopes;
    private readonly PairKeys _pairs;

    // By rule, alternative and group: the search in which it was last looked at, and in which the rule was last found to match for certain.
    private readonly int[] _rules;
    private readonly int[] _alternatives;
    private readonly int[] _groups;
    private readonly int[] _matched;
    private readonly RuleHits _hits = new();
    private readonly RuleHits _guardHits = new();
    private readonly HashSet<ulong> _visited = [];

    private int _epoch;
    private MatchInput _issue = null!;
    private CandidateFinder? _candidates;
    private NearMissSearch? _near;

    public IndexSearch(RuleIndex index)
    {
        _index = index;
        _own = new MatchInput(_work);
        _text = new TokenizedIssue(index.Lexicon, withFeatures: index.Classifiers.Length > 0);
        _places = new WordPlaces(_text);
        _runner = new ConditionRunner(index, _text, _places);
        _texts = new IssueReader(index, _text, _places, _runner);
        _reader = new MatchReader(index, _text, _runner, _places, _texts.Classifiers);
        _scopes = new ScopeVerdicts(index.Scopes);
        _pairs = new PairKeys(index, _text);
        _rules = new int[index.Rules.Length];
        _alternatives = new int[index.Alternatives.Length];
        _groups = new int[index.Groups.Length];
        _matched = new int[index.Rules.Length];
    }

    /// <summary>How many rules were evaluated in the last search.</summary>
    public int Evaluated { get; private set; }

    /// <summary>Finds the rules that match, in the order of their places. Valid until the next search.</summary>
    /// <remarks>Parameters as in <see cref="MatchInput.Prepare"/>.</remarks>
    public ReadOnlySpan<RuleHit> Find(Issue issue, string defaultLocale, int maxLength)
    {
        try
        {
            _work.Begin(WorkBudget.UsualSteps);
            _own.Read(issue, defaultLocale, maxLength);
            _guardHits.Clear();
            if (_index.HasGuards && _own.ForGuards is var forGuards && forGuards != _own)
                FindGuards(forGuards);
            Find(_own, FactValues.None);
            _hits.AddSurer(_guardHits);
            return _hits.All;
        }
        finally
        {
            _own.Clear();
            LetGo();
        }
    }

    /// <summary>Finds the rules that match or may match without facts, in the order of their places. Valid until the next search.</summary>
    public ReadOnlySpan<RuleHit> Find(MatchInput issue)
    {
        try
        {
            Find(issue, FactValues.None);
            if (issue.Work.IsSpent)
                KeepSure(issue.Work);
            return _hits.All;
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>Finds the rules that match, in the order of their places, and why.</summary>
    public RuleMatch[] Match(MatchInput issue, FactValues facts)
    {
        try
        {
            Find(issue, facts);
            if (issue.Work.IsSpent)
                KeepSure(issue.Work);
            var hits = _hits.All;
            if (hits.IsEmpty)
                return [];
            var matches = new RuleMatch[hits.Length];
            for (var at = 0; at < matches.Length; at++)
                matches[at] = Read(hits[at]);
            return matches;
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>The rules that would match for certain if nothing were denied or excepted, by place.</summary>
    public int[] FindIfNothingWereDenied(MatchInput issue, FactValues facts)
    {
        try
        {
            _runner.Phrases.CountsDenied = true;
            Find(issue, facts);
            var mayDeny = _text.MayDeny || _index.Code.Exceptions.Length > 0;
            return mayDeny ? _hits.Certain() : [];
        }
        finally
        {
            _runner.Phrases.CountsDenied = false;
            LetGo();
        }
    }

    /// <summary>The rules that match, whatever the language of their sets, in the order of their places, and why.</summary>
    public RuleMatch[] MatchInAnyLanguage(MatchInput issue, FactValues facts)
    {
        try
        {
            _scopes.TakesAnyLanguage = true;
            return Match(issue, facts);
        }
        finally
        {
            _scopes.TakesAnyLanguage = false;
        }
    }

    /// <summary>Those of earlier matches that still match, now that facts are known.</summary>
    /// <remarks>Without looking for others: facts only take from what may match.</remarks>
    public RuleMatch[] Settle(IReadOnlyList<RuleMatch> matches, MatchInput issue, FactValues facts)
    {
        try
        {
            Begin(issue, facts);
            List<RuleMatch> settled = new(matches.Count);
            foreach (var match in matches)
            {
                issue.Work.BeginRule(match.Rule.Rule.Guard);
                var truth = match.Truth == Truth.Unknown ? _runner.Run(_index.Starts[match.Place]) : match.Truth;
                if (truth != Truth.False)
                    settled.Add(match.Rule.DependsOnFacts ? Read(new RuleHit(match.Place, truth)) : match);
            }

            return [.. settled];
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>Finds rules that nearly match, and rules that are left out.</summary>
    public NearMissResult FindNear(MatchInput issue, FactValues facts, NearMissQuery query)
    {
        try
        {
            var (_, terms) = Begin(issue, facts);
            _candidates ??= new CandidateFinder(_index.Near, _scopes.Partitions, _scopes.Takes);
            _candidates.Begin(query.MaxCandidates, issue, _text, terms, _texts.Fields);
            return (_near ??= new NearMissSearch(_index, _runner, _reader, _candidates)).Find(query);
        }
        finally
        {
            LetGo();
        }
    }

    private void Find(MatchInput issue, FactValues facts)
    {
        var (words, terms) = Begin(issue, facts);
        foreach (ref readonly var posting in _index.Always.AsSpan())
            Visit(in posting);
        FindByWords(words, terms);
        FindByFields();
        _hits.Sort();
    }

    private void KeepSure(WorkBudget work) => _hits.Keep(hit => IndexedMatcher.IsSure(_index.Rules[hit.Rule], hit.Truth, work));

    private RuleMatch Read(RuleHit hit)
    {
        _issue.Work.BeginRule(_index.IsGuard[hit.Rule]);
        _issue.Work.Take(StepsPerMatch);
        return _reader.Read(hit);
    }

    private void FindGuards(MatchInput forGuards)
    {
        Find(forGuards, FactValues.None);
        foreach (var hit in _hits.All)
        {
            if (_index.IsGuard[hit.Rule])
                _guardHits.Add(hit);
        }
    }

    // Not to keep a customer's text longer than it is needed.
    private void LetGo()
    {
        _issue = null!;
        _places.Clear();
        _reader.Clear();
        _runner.Clear();
        _scopes.Clear();
    }

    private (Range Words, int Terms) Begin(MatchInput issue, FactValues facts)
    {
        if (++_epoch == int.MaxValue)
        {
            Array.Clear(_rules);
            Array.Clear(_alternatives);
            Array.Clear(_groups);
            Array.Clear(_matched);
            _epoch = 1;
        }

        _issue = issue;
        _runner.Begin(_issue, facts);
        _reader.Begin(_issue);
        _scopes.Begin(_issue);
        _hits.Clear();
        _visited.Clear();
        Evaluated = 0;
        return _texts.Read(_issue);
    }

    private void FindByWords(Range words, int terms)
    {
        foreach (var term in _text.Present[..terms])
        {
            Visit(_index.Postings.Find(term));
            for (var partition = 1; partition < _scopes.Partitions.Count; partition++)
                Visit(new Anchor(AnchorKind.Term, 0, term).KeyIn(_scopes.Partitions[partition]));
        }

        FindByPairs(words, source: 0);
    }

    private void FindByFields()
    {
        foreach (var field in _texts.Fields)
        {
            if (field.HasValues)
            {
                VisitAll(new Anchor(AnchorKind.Field, field.Source, 0));
                VisitAll(new Anchor(AnchorKind.Value, field.Source, FieldTable.HashOf(_issue.Field(field.Name)!.Text)));
            }

            if (!field.HasWords)
                continue;

            // Terms of parts of words have no place, so which text they are in is not known.
            foreach (var term in _text.Present)
                VisitAll(new Anchor(AnchorKind.Term, field.Source, term));
            FindByPairs(_runner.PartOf(field.Part), field.Source);
        }
    }

    private void FindByPairs(Range part, int source)
    {
        foreach (var key in _pairs.Find(part, source, _scopes.Partitions))
        {
            var postings = _index.Postings.Find(key);
            if (postings.Length < ManyPostings || _visited.Add(key))
                Visit(postings);
        }
    }

    private void VisitAll(Anchor anchor)
    {
        foreach (var partition in _scopes.Partitions)
            Visit(anchor.KeyIn(partition));
    }

    private void Visit(ulong key)
    {
        if (_index.Postings.MayHave(key) != 0)
            Visit(_index.Postings.Find(key));
    }

    private void Visit(ReadOnlySpan<Posting> postings)
    {
        foreach (ref readonly var posting in postings)
            Visit(in posting);
    }

    private void Visit(ref readonly Posting posting)
    {
        if ((posting.FirstGuard != 0 && !_text.Has(posting.FirstGuard)) || (posting.SecondGuard != 0 && !_text.Has(posting.SecondGuard)))
            return;
        if (posting.Target < 0)
            VisitGroup(~posting.Target);
        else if (_alternatives[posting.Target] != _epoch && _scopes.Takes(posting.Scope))
            Evaluate(posting.Target);
    }

    /// <summary>Adds the rules that were evaluated in the last search.</summary>
    public void FindEvaluated(ICollection<RuleReference> evaluated)
    {
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            if (_rules[rule] == _epoch)
                evaluated.Add(_index.Rules[rule].Reference);
        }
    }

    private void VisitGroup(int group)
    {
        if (_groups[group] == _epoch)
            return;
        _groups[group] = _epoch;
        Visit(_index.Groups[group]);
    }

    private void Evaluate(int number)
    {
        _alternatives[number] = _epoch;
        var (rule, start) = _index.Alternatives[number];
        var isGuard = _index.IsGuard[rule];
        if (_matched[rule] == _epoch || (_issue.IsForGuards && !isGuard))
            return;
        if (_rules[rule] != _epoch)
            Evaluated++;
        _rules[rule] = _epoch;
        _issue.Work.BeginRule(isGuard);
        _issue.Work.Take(StepsPerRule);
        var truth = _runner.Run(start);
        if (truth == Truth.True)
            _matched[rule] = _epoch;
        if (truth != Truth.False)
            _hits.Add(new RuleHit(rule, truth));
    }
}
