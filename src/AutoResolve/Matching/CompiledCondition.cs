namespace AutoResolve.Matching;

/// <summary>A condition ready to run. Immutable, safe for any number of threads.</summary>
internal abstract class CompiledCondition
{
    public abstract Truth Evaluate(IssueText text, FactValues facts);
}
