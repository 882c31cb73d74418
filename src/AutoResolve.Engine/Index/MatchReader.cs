using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>Reads why a rule matches from the words that a search has found.</summary>
/// <remarks>The same as <see cref="CompiledCondition.Trace"/>, without reading the text again.</remarks>
internal sealed class MatchReader
{
    private readonly RuleIndex _index;
    private readonly TokenizedIssue _text;
    private readonly ConditionRunner _runner;
    private readonly PhraseFinder _phrases;
    private readonly NearFinder _near;
    private readonly WordPlaces _places;
    private readonly ClassifierReader _classifiers;
    private readonly List<Evidence> _evidence = [];
    private readonly List<PhrasePlace> _found = [];
    private readonly List<int> _looked = [];
    private readonly List<(PhrasePlace Place, string Feature)> _telling = [];
    private MatchInput _issue = null!;

    public MatchReader(RuleIndex index, TokenizedIssue text, ConditionRunner runner, WordPlaces places, ClassifierReader classifiers)
    {
        _text = text;
        (_index, _runner, _places, _classifiers) = (index, runner, places, classifiers);
        (_phrases, _near) = (runner.Phrases, runner.Near);
    }

    /// <summary>Begins with another issue.</summary>
    public void Begin(MatchInput issue) => _issue = issue;

    /// <summary>Lets go of the issue.</summary>
    public void Clear()
    {
        _issue = null!;
        _evidence.Clear();
    }

    /// <param name="hit">A rule that the runner has found to match.</param>
    public RuleMatch Read(RuleHit hit)
    {
        _evidence.Clear();
        var rule = _index.Rules[hit.Rule];
        var result = Read(_index.Starts[hit.Rule], rule.When, hit.Truth == Truth.True);
        var asides = _index.Asides.GetValueOrDefault(hit.Rule);
        return new RuleMatch
        {
            Rule = rule,
            Place = hit.Rule,
            Truth = hit.Truth,
            Evidence = EvidenceCollector.Arrange(_evidence),
            Specificity = result.Specificity + rule.ScopeKeys,
            Tried = Holding(asides?.Tried),
            Answered = Holding(asides?.Answered),
        };
    }

    /// <summary>Adds the evidence of a part of a rule that the runner has found to hold.</summary>
    public void AddPart(int at, CompiledCondition part) => Read(at, part, holds: true);

    /// <summary>The evidence of the parts that were added.</summary>
    public Evidence[] TakeEvidence()
    {
        var evidence = EvidenceCollector.Arrange(_evidence);
        _evidence.Clear();
        return evidence;
    }

    private bool[] Holding(int[]? starts)
    {
        if (starts is null)
            return [];
        var holding = new bool[starts.Length];
        for (var at = 0; at < starts.Length; at++)
            holding[at] = starts[at] >= 0 && _runner.Run(starts[at]) == Truth.True;
        return holding;
    }

    // "holds" where it is known that it does; then what it excludes need not be looked for again.
    private LeafResult Read(int at, CompiledCondition condition, bool holds)
    {
        Unwrap(ref at, ref condition);
        var mark = _evidence.Count;
        var result = condition switch
        {
            CombinedCondition { Combination: Combination.All } all => ReadAll(at, all, holds),
            CombinedCondition { Combination: Combination.Any } any => ReadAny(at, any),
            CombinedCondition => holds ? LeafResult.Holds(0) : new LeafResult(_runner.Run(at), 0),
            _ => ReadLeaf(at, (LeafCondition)condition),
        };
        if (result.Truth == Truth.False)
            Forget(mark, _evidence.Count);
        return result;
    }

    // What the code has no instruction of its own for, see RuleCodeBuilder.
    private void Unwrap(ref int at, ref CompiledCondition condition)
    {
        while (true)
        {
            if (condition is CombinedCondition { Children: [var only], Combination: not Combination.None })
                condition = only;
            else if (_index.Code.OpcodeAt(at) == Opcode.Shared)
                at = _index.Code.Shared[_index.Code.Code[at + 1]];
            else
                return;
        }
    }

    private LeafResult ReadAll(int at, CombinedCondition all, bool holds)
    {
        var (truth, specificity) = (Truth.True, 0);
        var next = at + 1;
        for (var place = 0; place < all.CheapestFirst.Count; place++)
        {
            var child = Read(next, all.CheapestFirst[place], holds);
            if (child.Truth == Truth.False)
                return LeafResult.Fails;
            truth = Kleene.And(truth, child.Truth);
            specificity = all.CountsOnce ? Math.Max(specificity, child.Specificity) : specificity + child.Specificity;
            next = _index.Code.EndOf(next);
        }

        return truth == Truth.True ? LeafResult.Holds(specificity) : LeafResult.Unknown;
    }

    // A branch that may hold says nothing where another does.
    private LeafResult ReadAny(int at, CombinedCondition any)
    {
        var mark = _evidence.Count;
        var best = LeafResult.Fails;
        var next = at + 1;
        for (var place = 0; place < any.CheapestFirst.Count; place++)
        {
            var first = _evidence.Count;
            var child = Read(next, any.CheapestFirst[place], holds: false);
            if (child.Truth > best.Truth)
                Forget(mark, first);
            else if (child.Truth < best.Truth)
                Forget(first, _evidence.Count);
            best = new LeafResult(Kleene.Or(best.Truth, child.Truth), Math.Max(best.Specificity, child.Specificity));
            next = _index.Code.EndOf(next);
        }

        return best;
    }

    private LeafResult ReadLeaf(int at, LeafCondition leaf)
    {
        var operands = _index.Code.OperandsAt(at);
        switch (_index.Code.OpcodeAt(at))
        {
            case Opcode.AnyPhrase:
                return ReadAnyPhrase(operands[1..], leaf.Phrases, operands[0], leaf);
            case Opcode.AllPhrases:
                return ReadAllPhrases(operands[1..], leaf.Phrases, operands[0], leaf);
            case Opcode.Near:
                return ReadNear(operands[2..], leaf.Phrases, operands[1], operands[0], leaf);
            case Opcode.Points:
                return ReadPoints(operands[2], operands[1], operands[0], leaf);
            case Opcode.Answer:
                return ReadAnswer(leaf, (ReadsLookup)leaf.Lookup!);
            default:
                var mark = _evidence.Count;
                var result = _runner.Judge(operands[0], _evidence);
                if (result.Truth != Truth.True)
                    Forget(mark, _evidence.Count);
                return result;
        }
    }

    private LeafResult ReadAnyPhrase(ReadOnlySpan<int> numbers, IReadOnlyList<Phrase> phrases, int part, LeafCondition leaf)
    {
        var longest = 0;
        for (var at = 0; at < numbers.Length; at++)
            longest = Math.Max(longest, ReadPhrase(numbers[at], phrases[at], _runner.TextsOf(part), leaf));
        return longest > 0 ? LeafResult.Holds(longest) : LeafResult.Fails;
    }

    private LeafResult ReadAllPhrases(ReadOnlySpan<int> numbers, IReadOnlyList<Phrase> phrases, int part, LeafCondition leaf)
    {
        var mark = _evidence.Count;
        for (var unit = 0; unit < _runner.UnitCountOf(part); unit++)
        {
            var found = ReadAllPhrases(numbers, phrases, _runner.UnitOf(part, unit), leaf);
            if (found.Truth == Truth.True)
                return found;
            Forget(mark, _evidence.Count);
        }

        return LeafResult.Fails;
    }

    private LeafResult ReadAllPhrases(
        ReadOnlySpan<int> numbers,
        IReadOnlyList<Phrase> phrases,
        (Range First, Range Second) texts,
        LeafCondition leaf
    )
    {
        var words = 0;
        for (var at = 0; at < numbers.Length; at++)
        {
            var found = ReadPhrase(numbers[at], phrases[at], texts, leaf);
            if (found == 0)
                return LeafResult.Fails;
            words += found;
        }

        return LeafResult.Holds(words);
    }

    private LeafResult ReadPoints(int number, int needed, int part, LeafCondition leaf)
    {
        var table = _index.Code.PointTables[number];
        _looked.Clear();
        _runner.Points.FindPlaces(number, _looked);
        var mark = _evidence.Count;
        for (var unit = 0; unit < _runner.UnitCountOf(part); unit++)
        {
            var (sum, longest) = (0, 0);
            foreach (var at in _looked)
            {
                var before = _evidence.Count;
                var found = ReadPhrase(table.Phrases[at], leaf.Phrases[at], _runner.UnitOf(part, unit), leaf);
                if (found == 0)
                    continue;
                sum += table.Points[at];
                if (table.Points[at] > 0)
                    longest = Math.Max(longest, found);
                else
                    Forget(before, _evidence.Count);
            }

            if (sum >= needed)
                return LeafResult.Holds(longest);
            Forget(mark, _evidence.Count);
        }

        return LeafResult.Fails;
    }

    private LeafResult ReadAnswer(LeafCondition leaf, ReadsLookup lookup)
    {
        _telling.Clear();
        var result = _classifiers.FindTelling(leaf, lookup, _telling);
        foreach (var (place, feature) in _telling)
            _evidence.Add(_places.ViewOf(place.Start).EvidenceOf(_places.Of(place), lookup.Pointer, feature));
        return result;
    }

    // How specific the phrase is, and evidence of its first occurrence; 0 where there is none.
    private int ReadPhrase(int number, Phrase phrase, (Range First, Range Second) texts, LeafCondition leaf)
    {
        _found.Clear();
        _phrases.FindAll(number, texts.First, _found);
        _phrases.FindAll(number, texts.Second, _found);
        if (_found.Count == 0)
            return 0;
        AddEvidence(phrase, _found[0], leaf);
        return phrase.MinWords;
    }

    private LeafResult ReadNear(ReadOnlySpan<int> numbers, IReadOnlyList<Phrase> phrases, int within, int part, LeafCondition leaf)
    {
        var (first, second) = _runner.TextsOf(part);
        _found.Clear();
        if (!_near.Find(numbers, within, first, _found) && !_near.Find(numbers, within, second, _found))
            return LeafResult.Fails;
        var words = 0;
        for (var at = 0; at < phrases.Count; at++)
        {
            AddEvidence(phrases[at], _found[at], leaf);
            words += phrases[at].MinWords;
        }

        return LeafResult.Holds(words);
    }

    // Several rules may write the name of a field differently, and evidence repeats it.
    private void AddEvidence(Phrase phrase, PhrasePlace place, LeafCondition leaf)
    {
        var characters = _places.Of(place);
        var view = leaf.LookupField is { } field ? _issue.Field(field)! : _places.ViewOf(place.Start);
        var readAs = _text.HasCorrectionIn(place) ? phrase.ReadAs(view, characters) : null;
        _evidence.Add(view.EvidenceOf(phrase.WithSigns(view.Text, characters), phrase.Pointer, phrase.Source, readAs));
    }

    private void Forget(int from, int to) => _evidence.RemoveRange(from, to - from);
}
