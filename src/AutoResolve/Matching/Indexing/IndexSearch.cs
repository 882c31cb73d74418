using System.Runtime.InteropServices;
using AutoResolve.Matching.Indexing.NearMisses;
using AutoResolve.Matching.Text;
using AutoResolve.Rules.Model;

namespace AutoResolve.Matching.Indexing;

/// <summary>Searches the index for one issue after the other. Keeps its memory, so that a search allocates nothing; not safe for several threads at once.</summary>
internal sealed class IndexSearch
{
    private const int AllIssues = 0;

    private readonly RuleIndex _index;
    private readonly IssueText _own = new();
    private readonly TermText _text;
    private readonly ConditionRunner _runner;
    private readonly WordPlaces _places = new();
    private readonly MatchReader _reader;

    // By rule, group and scope: the search in which it was last looked at.
    private readonly int[] _rules;
    private readonly int[] _groups;
    private readonly (int Epoch, bool Takes)[] _scopes;
    private readonly List<int> _partitions = [];
    private readonly List<IndexedField> _fields = [];
    private readonly List<RuleHit> _hits = [];

    // Keys of pairs that may have postings. All are gathered before the first is looked up, so that the processor need not wait for one before the next.
    private ulong[] _keys = new ulong[256];
    private int _keyCount;
    private int _epoch;
    private IssueText _issue = null!;
    private CandidateFinder? _candidates;
    private NearMissSearch? _near;

    public IndexSearch(RuleIndex index)
    {
        _index = index;
        _text = new TermText(index.Lexicon);
        _runner = new ConditionRunner(index.Code, _text, index.Fields.Count);
        _reader = new MatchReader(index, _runner, _places);
        _rules = new int[index.Rules.Length];
        _groups = new int[index.Groups.Length];
        _scopes = new (int, bool)[index.Scopes.Count];
    }

    /// <summary>How many rules were evaluated in the last search.</summary>
    public int Evaluated { get; private set; }

    /// <summary>Finds the rules that match, in the order of their places. Valid until the next search. Parameters as in <see cref="IssueText.Prepare"/>.</summary>
    public ReadOnlySpan<RuleHit> Find(Issue issue, string defaultLocale, int maxLength)
    {
        try
        {
            _own.Read(issue, defaultLocale, maxLength);
            Find(_own, FactValues.None);
            return CollectionsMarshal.AsSpan(_hits);
        }
        finally
        {
            _own.Clear();
            LetGo();
        }
    }

    /// <summary>Finds the rules that match, in the order of their places, and why.</summary>
    public RuleMatch[] Match(IssueText issue, FactValues facts)
    {
        try
        {
            Find(issue, facts);
            if (_hits.Count == 0)
                return [];
            var matches = new RuleMatch[_hits.Count];
            for (var at = 0; at < matches.Length; at++)
                matches[at] = _reader.Read(_hits[at]);
            return matches;
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>Those of earlier matches that still match, now that facts are known. Without looking for others: facts only take from what may match.</summary>
    public RuleMatch[] Settle(IReadOnlyList<RuleMatch> matches, IssueText issue, FactValues facts)
    {
        try
        {
            Begin(issue, facts);
            ReadTexts();
            ReadFields();
            List<RuleMatch> settled = new(matches.Count);
            foreach (var match in matches)
            {
                var truth = match.Truth == Truth.Unknown ? _runner.Run(_index.Starts[match.Place]) : match.Truth;
                if (truth != Truth.False)
                    settled.Add(match.Rule.DependsOnFacts ? _reader.Read(new RuleHit(match.Place, truth)) : match);
            }

            return [.. settled];
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>Finds rules that nearly match, and rules that are left out.</summary>
    public NearMissResult FindNear(IssueText issue, FactValues facts, NearMissQuery query)
    {
        try
        {
            Begin(issue, facts);
            var (_, terms) = ReadTexts();
            ReadFields();
            _candidates ??= new CandidateFinder(_index.Near, _partitions, Takes);
            _candidates.Begin(query.MaxCandidates, issue, _text, terms, _fields);
            return (_near ??= new NearMissSearch(_index, _runner, _reader, _candidates)).Find(query);
        }
        finally
        {
            LetGo();
        }
    }

    private void Find(IssueText issue, FactValues facts)
    {
        Begin(issue, facts);
        var (words, terms) = ReadTexts();
        ReadFields();
        foreach (ref readonly var posting in _index.Always.AsSpan())
            Visit(in posting);
        FindByWords(words, terms);
        FindByFields();
        _hits.Sort();
    }

    // Not to keep a customer's text longer than it is needed.
    private void LetGo()
    {
        _issue = null!;
        _places.Clear();
        _reader.Clear();
        _runner.Clear();
    }

    private void Begin(IssueText issue, FactValues facts)
    {
        if (++_epoch == int.MaxValue)
        {
            Array.Clear(_rules);
            Array.Clear(_groups);
            Array.Clear(_scopes);
            _epoch = 1;
        }

        _issue = issue;
        _text.Clear();
        _runner.Begin(_issue, facts);
        _reader.Begin(_issue, facts);
        _places.Clear();
        _partitions.Clear();
        _partitions.Add(AllIssues);
        _index.Scopes.FindPartitions(_issue, _partitions);
        _fields.Clear();
        _hits.Clear();
        Evaluated = 0;
    }

    // Own words, title, whole text: in this order the words of every part stand side by side.
    private (Range Words, int Terms) ReadTexts()
    {
        var own = Read(_issue.Views(TextPart.Text));
        var title = Read(_issue.Views(TextPart.Title));
        var whole = _index.ReadsEverything && !_issue.IsAllOwn ? Read(_issue.Views(TextPart.Everything)[^1..]) : own;
        var end = _text.Count;
        _runner.SetPart((int)TextPart.Text, own);
        _runner.SetPart((int)TextPart.Title, title);
        _runner.SetPart((int)TextPart.OwnWords, own.Start..title.End);
        _runner.SetPart((int)TextPart.Everything, whole.Equals(own) ? own.Start..title.End : title.Start..whole.End);
        return (0..end, _text.PresentCount);
    }

    private Range Read(ReadOnlySpan<TextView> views)
    {
        var start = _text.Count;
        foreach (var view in views)
        {
            var first = _text.Count;
            _text.Read(view);
            _places.Add(view, first.._text.Count);
        }

        return start.._text.Count;
    }

    private void ReadFields()
    {
        foreach (var field in _index.Fields.BuiltIn)
            ReadField(field);
        if (!_index.Fields.HasOthers)
            return;
        foreach (var (name, _) in _issue.Issue.FieldList)
        {
            if (_index.Fields.Find(name) is { IsBuiltIn: false } field)
                ReadField(field);
        }
    }

    private void ReadField(IndexedField field)
    {
        if (_issue.Field(field.Name) is not { } value)
            return;
        _fields.Add(field);
        if (field.HasWords)
            _runner.SetPart(field.Part, Read([value]));
    }

    private void FindByWords(Range words, int terms)
    {
        foreach (var term in _text.Present[..terms])
        {
            Visit(_index.Postings.Find(term));
            for (var partition = 1; partition < _partitions.Count; partition++)
                Visit(new Anchor(AnchorKind.Term, 0, term).KeyIn(_partitions[partition]));
        }

        FindByPairs(words, source: 0);
    }

    private void FindByFields()
    {
        foreach (var field in _fields)
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
        const byte First = 1;
        const byte Second = 2;
        var words = _text.Words[part];
        var pairs = _index.PairWords;
        var mayFollow = false;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            var flags = word < pairs.Length ? pairs[word] : 0;
            if (mayFollow && (flags & Second) != 0)
                FindByPair(words[at - 1], word, source);
            mayFollow = (flags & First) != 0;
        }

        foreach (var key in _keys.AsSpan(0, _keyCount))
            Visit(_index.Postings.Find(key));
        _keyCount = 0;
    }

    private void FindByPair(int left, int right, int source)
    {
        foreach (var first in _text.TermsOf(left))
        {
            foreach (var second in _text.TermsOf(right))
            {
                foreach (var partition in _partitions)
                    AddKey(new Anchor(AnchorKind.Pair, source, first, second).KeyIn(partition));
            }
        }
    }

    private void AddKey(ulong key)
    {
        if (_keyCount == _keys.Length)
            Array.Resize(ref _keys, _keyCount * 2);
        _keys[_keyCount] = key;
        _keyCount += _index.Postings.MayHave(key);
    }

    private void VisitAll(Anchor anchor)
    {
        foreach (var partition in _partitions)
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
        else if (Takes(posting.Scope) && _rules[posting.Target] != _epoch)
            Evaluate(posting.Target);
    }

    /// <summary>Adds one for each rule that was evaluated in the last search.</summary>
    public void CountEvaluated(Span<int> counts)
    {
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            if (_rules[rule] == _epoch)
                counts[rule]++;
        }
    }

    private void VisitGroup(int group)
    {
        if (_groups[group] == _epoch)
            return;
        _groups[group] = _epoch;
        Visit(_index.Groups[group]);
    }

    private void Evaluate(int rule)
    {
        _rules[rule] = _epoch;
        Evaluated++;
        var truth = _runner.Run(_index.Starts[rule]);
        if (truth != Truth.False)
            _hits.Add(new RuleHit(rule, truth));
    }

    private bool Takes(int scope)
    {
        ref var verdict = ref _scopes[scope];
        if (verdict.Epoch != _epoch)
            verdict = (_epoch, ScopeTest.Takes(_index.Scopes[scope], _issue));
        return verdict.Takes;
    }
}
