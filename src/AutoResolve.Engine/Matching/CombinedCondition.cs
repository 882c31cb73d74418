namespace AutoResolve.Matching;

/// <summary>Several conditions as one: all of them, any of them, or none of them.</summary>
internal sealed class CombinedCondition : CompiledCondition
{
    // Larger is as large: what is this large is refused.
    private const int MaxSize = 1_000_000;

    private readonly CompiledCondition[] _children;
    private readonly CompiledCondition[] _cheapestFirst;

    public CombinedCondition(Combination combination, IEnumerable<CompiledCondition> children)
    {
        Combination = combination;
        _children = [.. children];
        _cheapestFirst = AreCheapestFirst(_children) ? _children : [.. _children.OrderBy(child => child.Cost)];
        Size = (int)Math.Min(MaxSize, 1 + _children.Sum(child => (long)child.Size));
        Depth = 1 + _children.Max(child => child.Depth);
    }

    public Combination Combination { get; }

    /// <summary>True for the comparisons of one field or fact, which count as the most specific of them.</summary>
    public bool CountsOnce { get; init; }

    public IReadOnlyList<CompiledCondition> Children => _children;

    /// <summary>The children in the order in which they are run.</summary>
    public IReadOnlyList<CompiledCondition> CheapestFirst => _cheapestFirst;

    public override string Description =>
        Combination switch
        {
            Combination.All => "all of",
            Combination.Any => "any of",
            _ => "none of",
        };

    public override int Size { get; }

    public override int Depth { get; }

    public override int Cost => _children.Max(child => child.Cost);

    public override IEnumerable<string> Facts => _children.SelectMany(child => child.Facts);

    public override Truth Evaluate(MatchInput text, FactValues facts)
    {
        var decided = Combination == Combination.All ? Truth.False : Truth.True;
        var truth = Kleene.Not(decided);
        foreach (var child in _cheapestFirst)
        {
            truth = Add(truth, child.Evaluate(text, facts));
            if (truth == decided)
                break;
        }

        return Conclude(truth);
    }

    public override ConditionTrace Trace(MatchInput text, FactValues facts)
    {
        var children = Array.ConvertAll(_children, child => child.Trace(text, facts));
        var truth = Conclude(
            children.Aggregate(Combination == Combination.All ? Truth.True : Truth.False, (sum, child) => Add(sum, child.Truth))
        );
        var specificity = Combination switch
        {
            _ when truth != Truth.True => 0,
            Combination.All when CountsOnce => children.Max(child => child.Specificity),
            Combination.All => children.Sum(child => child.Specificity),
            Combination.Any => children.Max(child => child.Specificity),
            _ => 0,
        };
        return new ConditionTrace(Pointer, Description, truth, [], children)
        {
            Specificity = specificity,
            RequiresAll = Combination == Combination.All,
            Negates = Combination == Combination.None,
        };
    }

    private static bool AreCheapestFirst(CompiledCondition[] children)
    {
        for (var child = 1; child < children.Length; child++)
        {
            if (children[child].Cost < children[child - 1].Cost)
                return false;
        }

        return true;
    }

    private Truth Add(Truth sum, Truth child) => Combination == Combination.All ? Kleene.And(sum, child) : Kleene.Or(sum, child);

    private Truth Conclude(Truth truth) => Combination == Combination.None ? Kleene.Not(truth) : truth;
}

/// <summary>How conditions combine to one.</summary>
internal enum Combination
{
    All,
    Any,
    None,
}
