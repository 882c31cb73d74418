namespace AutoResolve.Benchmarks.Running;

/// <summary>Leaves a benchmark out where there are more rules: the engine would take minutes to start.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MaxRulesAttribute(int rules) : Attribute
{
    public int Rules => rules;
}
