using AutoResolve.Index.NearMisses;
using AutoResolve.Matching;
using AutoResolve.Words;
using AutoResolve.Words.Features;

namespace AutoResolve.Index;

/// <summary>Builds the index of rules.</summary>
internal sealed class RuleIndexBuilder
{
    private const double TooLikelyForGuard = 0.6;

    private readonly LexiconBuilder _lexicon = new();
    private readonly FieldTable _fields = new();
    private readonly PhraseTable _phrases;
    private readonly LiteralTerms _runs;
    private readonly ClassifierTerms _answers;
    private readonly GroupTable _groups;
    private readonly RuleCodeBuilder _code;
    private readonly RequiredTermsFinder _witnesses;
    private readonly List<(int Term, Posting Posting)> _byTerm = [];
    private readonly List<(ulong Key, Posting Posting)> _byKey = [];
    private readonly List<Posting> _always = [];
    private readonly List<RuleAlternative> _alternatives = [];
    private readonly Dictionary<int, List<Posting>> _members = [];
    private readonly Queue<int> _neededGroups = [];
    private readonly HashSet<(int First, int Second)> _pairs = [];

    private RuleIndexBuilder(IReadOnlySet<CompiledCondition> shared, IReadOnlyDictionary<string, LiteralRequirement?> patterns)
    {
        _phrases = new PhraseTable(_lexicon);
        _runs = new LiteralTerms(_lexicon, patterns);
        _answers = new ClassifierTerms(_lexicon);
        _groups = new GroupTable(shared);
        _code = new RuleCodeBuilder(_phrases, _fields, _runs, _answers, shared);
        _witnesses = new RequiredTermsFinder(_lexicon, _phrases, _fields, _runs, _answers, _groups);
    }

    /// <param name="rules">By ordinal; drafts are in the index, but not among what matches.</param>
    /// <param name="shared">The conditions that several of them may use.</param>
    /// <param name="patterns">What each pattern requires.</param>
    /// <param name="spelling">The words of all phrases.</param>
    public static RuleIndex Build(
        CompiledRule[] rules,
        IReadOnlySet<CompiledCondition> shared,
        IReadOnlyDictionary<string, LiteralRequirement?> patterns,
        SpellingWords spelling
    ) => new RuleIndexBuilder(shared, patterns).Build(rules, spelling);

    // First the code of all, since how likely a term is only shows when all terms are known.
    private RuleIndex Build(CompiledRule[] rules, SpellingWords spelling)
    {
        var starts = rules.Select(rule => _code.Add(rule.When)).ToArray();
        var scopes = new ScopeTable([.. rules.Select(rule => rule.Rule.Scope)]);
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (rules[rule].Rule.Status != RuleStatus.Draft)
                Post(rules[rule], rule, starts[rule], scopes);
        }

        PostGroups();

        // After everything by which rules are found, which these conditions have no part in.
        Dictionary<int, AsideStarts> asides = [];
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (AsidesOf(rules[rule]) is { } aside)
                asides.Add(rule, aside);
        }

        var code = _code.Build();
        var near = new NearMissIndexBuilder(rules, starts, code, scopes, _lexicon, _witnesses, _groups).Build();
        foreach (var word in _lexicon.ExactWords)
            spelling.Add(word);
        var lexicon = new Lexicon(_lexicon, spelling.Table, code.EvenDenied.Contains(false));
        var pairs = PairTerms(lexicon, code.Lists);
        var asked = _answers.Asked;
        return new RuleIndex
        {
            Rules = rules,
            Starts = starts,
            Alternatives = [.. _alternatives],
            Asides = asides,
            Always = [.. _always],
            Lexicon = lexicon,
            Code = code,
            Classifiers = asked,
            Features = new FeatureTable([.. asked.Select(one => one.Classifier)]),
            Postings = new PostingTable(_byTerm, _byKey, lexicon.TermCount),
            Groups =
            [
                .. Enumerable
                    .Range(0, _groups.Groups.Count)
                    .Select(group => _members.TryGetValue(group, out var members) ? members.ToArray() : []),
            ],
            Near = near,
            Scopes = scopes,
            Fields = _fields,
            PairWords = PairWords(lexicon, pairs),
            PairTerms = pairs,
            ReadsEverything = _code.ReadsEverything,
            IsGuard = [.. rules.Select(rule => rule.Rule.Guard)],
            HasGuards = Array.Exists(rules, rule => rule.Rule.Guard),
        };
    }

    private AsideStarts? AsidesOf(CompiledRule rule)
    {
        var (tried, answered) = (StartsOf(rule.TriedWhen), StartsOf(rule.AnsweredWhen));
        return tried is null && answered is null ? null : new AsideStarts(tried, answered);
    }

    private int[]? StartsOf(IReadOnlyList<CompiledCondition?> conditions) =>
        conditions.All(condition => condition is null)
            ? null
            : [.. conditions.Select(condition => condition is null ? -1 : _code.AddAside(condition))];

    private void Post(CompiledRule rule, int place, int start, ScopeTable scopes)
    {
        var scope = scopes.Add(rule.Rule.Scope);
        var partitions = scopes.PartitionsOf(rule.Rule.Scope);
        foreach (var (condition, begin) in _code.AlternativesOf(rule.When, start))
        {
            var number = _alternatives.Count;
            _alternatives.Add(new RuleAlternative(place, begin));
            if (_witnesses.Find(condition) is not { } witness)
            {
                _always.Add(new Posting(number, scope, 0, 0));
                continue;
            }

            foreach (var anchor in witness.Anchors)
                Post(anchor, number, scope, partitions);
        }
    }

    // Only those that some rule needs; a group may need others.
    private void PostGroups()
    {
        while (_neededGroups.TryDequeue(out var group))
        {
            foreach (var anchor in _groups.Groups[group].Anchors)
                Post(anchor, ~group, scope: -1, [0]);
        }
    }

    private void Post(GuardedAnchor guarded, int target, int scope, IReadOnlyList<int> partitions)
    {
        var anchor = guarded.Anchor;
        var (rarest, rarer) = RarestOf(guarded);
        var posting = new Posting(target, scope, rarest, rarer);
        if (anchor.Kind == AnchorKind.Group)
        {
            if (!_members.TryGetValue(anchor.First, out var members))
            {
                _members.Add(anchor.First, members = []);
                _neededGroups.Enqueue(anchor.First);
            }

            members.Add(posting);
            return;
        }

        if (anchor.Kind == AnchorKind.Pair)
            _pairs.Add((anchor.First, anchor.Second));
        foreach (var partition in partitions)
        {
            if (anchor is { Kind: AnchorKind.Term, Source: 0 } && partition == 0)
                _byTerm.Add((anchor.First, posting));
            else
                _byKey.Add((anchor.KeyIn(partition), posting));
        }
    }

    // The two rarest of the other terms that must be there; 0 where there is none that tells.
    private (int First, int Second) RarestOf(GuardedAnchor guarded)
    {
        var anchor = guarded.Anchor;
        var isOfTerms = anchor.Kind is AnchorKind.Term or AnchorKind.Pair;
        var (first, second) = (0, 0);
        var (least, next) = (TooLikelyForGuard, TooLikelyForGuard);
        foreach (var term in guarded.Guards)
        {
            var likelihood = _lexicon.Likelihood(term);
            if (isOfTerms && (term == anchor.First || term == anchor.Second))
                continue;
            if (likelihood < least)
                (first, second, least, next) = (term, first, likelihood, least);
            else if (likelihood < next)
                (second, next) = (term, likelihood);
        }

        return (first, second);
    }

    private byte[] PairTerms(Lexicon lexicon, ListIndex lists)
    {
        var terms = new byte[lexicon.TermCount + 1];
        for (var term = 1; term < terms.Length; term++)
            terms[term] = (byte)lists.PairsWith(term);
        foreach (var (first, second) in _pairs)
        {
            terms[first] |= PairFlags.First;
            terms[second] |= PairFlags.Second;
        }

        return terms;
    }

    private static byte[] PairWords(Lexicon lexicon, byte[] terms)
    {
        var words = new byte[lexicon.WordCount + 1];
        for (var word = 1; word < words.Length; word++)
        {
            foreach (var term in lexicon.TermsOf(word))
                words[word] |= terms[term];
        }

        return words;
    }
}
