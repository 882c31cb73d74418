using AutoResolve.Budgets;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Index;

/// <summary>Runs the conditions of rules on one issue after the other.</summary>
internal sealed class ConditionRunner
{
    /// <summary>The numbers of parts of the text in code: those of <see cref="TextPart"/>, then the fields.</summary>
    public const int FirstField = 4;

    private readonly RuleCode _code;
    private readonly TokenizedIssue _text;
    private readonly Range[] _parts;
    private readonly SharedTruth[] _shared;
    private readonly SharedTruth[] _patterns;

    // By part, of an issue with turns: what stands together. Empty where all of it does.
    private readonly List<(Range First, Range Second)>[] _units =
    [
        [],
        [],
        [],
        [],
    ];

    // Which alternatives of what a condition requires may hold.
    private bool[] _mayHold = new bool[16];
    private int _epoch;
    private MatchInput _issue = null!;
    private FactValues _facts = FactValues.None;

    public ConditionRunner(RuleIndex index, TokenizedIssue text, WordPlaces places)
    {
        var code = index.Code;
        (_code, _text) = (code, text);
        Phrases = new PhraseFinder(code, text, places, index.PairWords);
        Near = new NearFinder(Phrases, text);
        Points = new PointCounter(code, Phrases);
        _parts = new Range[FirstField + index.Fields.Count];
        _shared = new SharedTruth[code.Shared.Length];
        _patterns = new SharedTruth[code.PatternCount];
    }

    public PhraseFinder Phrases { get; }

    public NearFinder Near { get; }

    public PointCounter Points { get; }

    /// <summary>Takes the steps.</summary>
    public WorkBudget Work { get; private set; } = new();

    /// <summary>Begins with another issue. All parts of its text are empty until they are set.</summary>
    public void Begin(MatchInput issue, FactValues facts)
    {
        if (++_epoch == int.MaxValue)
        {
            Array.Clear(_shared);
            Array.Clear(_patterns);
            _epoch = 1;
        }

        (_issue, _facts) = (issue, facts);
        Array.Clear(_parts);
        foreach (var units in _units)
            units.Clear();
        Work = issue.Work;
        Phrases.Begin(Work);
        Near.Begin(Work);
        Points.Begin(Work);
    }

    /// <summary>Lets go of the issue.</summary>
    public void Clear() => (_issue, _facts) = (null!, FactValues.None);

    /// <summary>Says where a part of the text stands among the words.</summary>
    public void SetPart(int part, Range words) => _parts[part] = words;

    public Range PartOf(int part) => _parts[part];

    /// <summary>Says what of a part stands together: the text of a turn, or title and text of the issue itself.</summary>
    public void AddUnit(int part, Range first, Range second) => _units[part].Add((first, second));

    /// <summary>How many units a part has in which all of several phrases may stand.</summary>
    public int UnitCountOf(int part) => HasUnits(part) ? _units[part].Count : 1;

    /// <summary>The texts of one of them, in the order in which <c>AllOfPattern</c> looks at them.</summary>
    public (Range First, Range Second) UnitOf(int part, int number) => HasUnits(part) ? _units[part][number] : TextsOf(part);

    /// <summary>The texts of a part, the title apart, as <see cref="MatchInput.Views"/> has them.</summary>
    public (Range First, Range Second) TextsOf(int part)
    {
        var words = _parts[part];
        if (part is not ((int)TextPart.OwnWords or (int)TextPart.Everything))
            return (words, default);

        // The words of the title stand behind the own words and before the whole text.
        var title = _parts[(int)TextPart.Title];
        return (title, words.Start.Equals(title.Start) ? title.End..words.End : words.Start..title.Start);
    }

    /// <summary>Runs the condition that begins there.</summary>
    public Truth Run(int at)
    {
        var code = _code.Code;
        var end = _code.EndOf(at);
        switch (_code.OpcodeAt(at))
        {
            case Opcode.All:
                return All(at + 1, end);
            case Opcode.Any:
                return Any(at + 1, end);
            case Opcode.None:
                return Kleene.Not(Any(at + 1, end));
            case Opcode.AnyPhrase:
                return Judge(AnyPhrase(code.AsSpan(at + 2, end - at - 2), _parts[code[at + 1]]));
            case Opcode.AllPhrases:
                return Judge(AllPhrases(code.AsSpan(at + 2, end - at - 2), code[at + 1]));
            case Opcode.Near:
                return Judge(Near.Exists(code.AsSpan(at + 3, end - at - 3), code[at + 2], _parts[code[at + 1]]));
            case Opcode.Points:
                return Judge(HasPoints(code[at + 3], code[at + 2], code[at + 1]));
            case Opcode.Answer:
                return Work.IsOver ? Truth.Unknown : Judge(_text.Has(code[at + 2]));
            case Opcode.Leaf:
                return Leaf(code[at + 1]);
            default:
                return Shared(code[at + 1]);
        }
    }

    /// <summary>What a condition finds that reads the text itself.</summary>
    /// <param name="number">Its place among them.</param>
    /// <param name="evidence">Takes what was found; null where nobody wants it.</param>
    public LeafResult Judge(int number, ICollection<Evidence>? evidence)
    {
        var (leaf, alternatives) = (_code.Leaves[number], _code.LeafTerms[number]);
        if (alternatives.Length == 0)
            return leaf.Judge(_issue, _facts, evidence);
        if (alternatives.Length > _mayHold.Length)
            _mayHold = new bool[alternatives.Length];
        var mayHold = _mayHold.AsSpan(0, alternatives.Length);
        var any = false;
        for (var at = 0; at < alternatives.Length; at++)
            any |= mayHold[at] = HasAll(alternatives[at]);
        return any ? leaf.Judge(_issue, _facts, evidence, mayHold) : new LeafResult(Judge(false), 0);
    }

    private bool HasAll(int[] terms)
    {
        foreach (var term in terms)
        {
            if (!_text.Has(term))
                return false;
        }

        return true;
    }

    // What is not found where not all could be looked for may be there.
    private Truth Judge(bool isFound)
    {
        if (isFound)
            return Truth.True;
        return Work.IsOver ? Truth.Unknown : Truth.False;
    }

    private Truth All(int at, int end)
    {
        var truth = Truth.True;
        for (; at < end && truth != Truth.False; at = _code.EndOf(at))
            truth = Kleene.And(truth, Run(at));
        return truth;
    }

    private Truth Any(int at, int end)
    {
        var truth = Truth.False;
        for (; at < end && truth != Truth.True; at = _code.EndOf(at))
            truth = Kleene.Or(truth, Run(at));
        return truth;
    }

    private bool AnyPhrase(ReadOnlySpan<int> phrases, Range part)
    {
        foreach (var phrase in phrases)
        {
            if (Phrases.Exists(phrase, part))
                return true;
        }

        return false;
    }

    private bool AllPhrases(ReadOnlySpan<int> phrases, int part)
    {
        if (!HasUnits(part))
            return AllPhrases(phrases, _parts[part], default);
        foreach (var (first, second) in _units[part])
        {
            if (AllPhrases(phrases, first, second))
                return true;
        }

        return false;
    }

    private bool AllPhrases(ReadOnlySpan<int> phrases, Range first, Range second)
    {
        foreach (var phrase in phrases)
        {
            if (!Phrases.Exists(phrase, first) && (second.Equals(default) || !Phrases.Exists(phrase, second)))
                return false;
        }

        return true;
    }

    private bool HasPoints(int table, int needed, int part)
    {
        for (var unit = 0; unit < UnitCountOf(part); unit++)
        {
            var (first, second) = HasUnits(part) ? _units[part][unit] : (_parts[part], default);
            if (Points.Reach(table, needed, first, second))
                return !Work.IsOver;
        }

        return false;
    }

    private bool HasUnits(int part) => part < FirstField && _units[part].Count > 0;

    private Truth Shared(int number)
    {
        ref var known = ref _shared[number];
        return known.Epoch == _epoch ? known.Truth : Remember(ref known, Run(_code.Shared[number]));
    }

    private Truth Leaf(int number)
    {
        var pattern = _code.LeafPatterns[number];
        if (pattern < 0)
            return Judge(number, evidence: null).Truth;
        ref var known = ref _patterns[pattern];
        return known.Epoch == _epoch ? known.Truth : Remember(ref known, Judge(number, evidence: null).Truth);
    }

    private Truth Remember(ref SharedTruth known, Truth truth)
    {
        // Who may still look for more need not take it for unknown.
        if (truth != Truth.Unknown || !Work.IsOver)
            known = new SharedTruth(_epoch, truth);
        return truth;
    }

    private readonly record struct SharedTruth(int Epoch, Truth Truth);
}
