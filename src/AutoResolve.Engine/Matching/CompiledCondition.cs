namespace AutoResolve.Matching;

/// <summary>A condition ready to run. Immutable, safe for any number of threads.</summary>
internal abstract class CompiledCondition
{
    /// <summary>Its JSON pointer in the rule, or in the set where it stands in a named condition.</summary>
    public required string Pointer { get; init; }

    /// <summary>What it takes to run, to run cheap conditions first: 0 words and values, 1 raw text, 2 patterns and expressions.</summary>
    public abstract int Cost { get; }

    /// <summary>The condition in words: <c>any of "signed out", "logged out"</c>, <c>all of</c>, <c>none of</c>.</summary>
    public abstract string Description { get; }

    /// <summary>How many conditions it is with named conditions written out: what a verdict may cost.</summary>
    public virtual int Size => 1;

    /// <summary>How deep it is nested with named conditions written out.</summary>
    public virtual int Depth => 1;

    /// <summary>The names of the facts that it may need.</summary>
    public abstract IEnumerable<string> Facts { get; }

    /// <summary>Whether it holds, with as little work as it takes to know.</summary>
    public abstract Truth Evaluate(MatchInput text, FactValues facts);

    /// <summary>Whether it holds and why, without leaving anything out.</summary>
    public abstract ConditionTrace Trace(MatchInput text, FactValues facts);
}
