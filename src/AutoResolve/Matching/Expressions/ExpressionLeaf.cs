using AutoResolve.Matching.Conditions;

namespace AutoResolve.Matching.Expressions;

/// <summary>A compiled expression. It cannot throw by what it is allowed to call; should it all the same, it does not hold.</summary>
internal sealed class ExpressionLeaf(Func<object[], bool> compiled, string source, IReadOnlyList<string> requiredFields) : LeafCondition
{
    public override int Cost => 2;

    protected override string Description => $"expression {source}";

    protected override LeafResult Find(IssueText text, FactValues facts, ICollection<Evidence>? evidence)
    {
        if (!requiredFields.All(text.Issue.Fields.ContainsKey) || !Holds(new ExpressionIssue(text.Issue)))
            return LeafResult.Fails;
        evidence?.Add(new Evidence { Source = "expression", Start = 0, Length = 0, Pointer = Pointer, Condition = source });
        return LeafResult.Holds(1);
    }

    private bool Holds(ExpressionIssue issue)
    {
        try
        {
            return compiled([issue]);
        }
        catch (Exception exception) when (exception is ArithmeticException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            return false;
        }
    }
}
