using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;

namespace AutoResolve.Operators.Comparisons;

/// <summary>One comparison of a field or fact condition, as read. <paramref name="Location"/> is that of its key.</summary>
internal abstract record ValueComparison(SourceLocation Location)
{
    /// <summary>The phrases that it looks for.</summary>
    public virtual IEnumerable<Located<string>> PhrasesSought => [];

    /// <summary>Whether a field that is empty, or not there, may pass.</summary>
    public virtual bool AllowsNone => false;

    /// <summary>Whether nothing must be there.</summary>
    public virtual bool IsAbsence => false;
}

/// <summary>A way to compare a value: its keys in field and fact conditions, how they are read, and how they are compiled.</summary>
internal abstract class Comparison
{
    /// <summary>In the order of the reference.</summary>
    public abstract IReadOnlyList<string> Keys { get; }

    /// <summary>Keys that go with one of <see cref="Keys"/>.</summary>
    public virtual IReadOnlyList<string> SideKeys => [];

    /// <summary>The type of its comparisons.</summary>
    public abstract Type Kind { get; }

    /// <summary>What to do about a side key that stands alone.</summary>
    public virtual string? AdviceOnLone(string key) => null;

    /// <returns>The comparison; null where it is broken, which is then reported.</returns>
    public abstract ValueComparison? Read(JsonProperty property, ObjectReader reader, ConditionReader conditions);

    /// <returns>The comparison; null where it is broken, which is then reported.</returns>
    public abstract ValueTest? Compile(ValueComparison comparison, ConditionCompiler conditions);
}

/// <summary>A way to compare a value whose comparisons are of one type.</summary>
internal abstract class Comparison<T> : Comparison
    where T : ValueComparison
{
    public sealed override Type Kind => typeof(T);

    public sealed override ValueTest? Compile(ValueComparison comparison, ConditionCompiler conditions) =>
        Compile((T)comparison, conditions);

    protected abstract ValueTest? Compile(T comparison, ConditionCompiler conditions);
}
