using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Conditions;

/// <summary>
/// An operator of the rule format: the keys of its object, how that is read, and how it is compiled. What the compiled condition finds and
/// tells, and how the index looks for it, says its <see cref="LeafCondition"/> or <see cref="TextPattern"/>.
/// </summary>
internal abstract class Operator
{
    /// <summary>What its object is called, and all keys that it may have, in the order of the reference.</summary>
    public abstract ObjectSchema Schema { get; }

    /// <summary>The keys by which its object is known.</summary>
    public abstract IReadOnlyList<string> Keys { get; }

    /// <summary>Other keys that no other operator has.</summary>
    public virtual IReadOnlyList<string> SideKeys => [];

    /// <summary>The keys under which conditions stand.</summary>
    public virtual IReadOnlyList<string> NestedKeys => [];

    /// <summary>The type of its conditions.</summary>
    public abstract Type Kind { get; }

    /// <summary>What to do about one of its keys in a condition of another operator; null where there is nothing to say.</summary>
    public virtual string? AdviceOnMisplaced(string key) => null;

    /// <summary>What to do about one of its keys that stands alone; null where there is nothing to say.</summary>
    public virtual string? AdviceOnLone(string key) => null;

    /// <returns>The condition; null where it is broken, which is then reported.</returns>
    public abstract Condition? Read(ObjectReader reader, ConditionReader conditions);

    /// <returns>The condition; null where it is broken, which is then reported.</returns>
    public abstract CompiledCondition? Compile(Condition condition, ConditionCompiler conditions);
}

/// <summary>An operator whose conditions are of one type.</summary>
internal abstract class Operator<T> : Operator
    where T : Condition
{
    public sealed override Type Kind => typeof(T);

    public sealed override CompiledCondition? Compile(Condition condition, ConditionCompiler conditions) =>
        Compile((T)condition, conditions);

    protected abstract CompiledCondition? Compile(T condition, ConditionCompiler conditions);
}
