using AutoResolve.Budgets;

namespace AutoResolve.Expressions;

/// <summary>An expression ready to run.</summary>
/// <param name="evaluate">The compiled code.</param>
/// <param name="required">The fields that it reads without asking whether they are there.</param>
/// <param name="cost">See <see cref="ExpressionCost"/>.</param>
internal sealed class CompiledExpression(Func<ExpressionIssue, bool> evaluate, IReadOnlyList<string> required, long cost)
{
    private const int CostUnits = 1_024;

    /// <summary>The steps that it takes for an issue of a length.</summary>
    /// <param name="length">The length of title, texts and fields, in UTF-16 units.</param>
    public long StepsFor(long length) => 1 + (length * cost / CostUnits);

    /// <summary>Never throws: what cannot be computed, such as the length of a title that is not there, does not hold.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="work">Takes the steps: where there are not as many it is not computed.</param>
    public bool Holds(ExpressionIssue issue, WorkBudget work)
    {
        if (!work.Take(StepsFor(issue.Length)))
            return false;
        foreach (var field in required)
        {
            if (!issue.Has(field))
                return false;
        }

        try
        {
            return evaluate(issue);
        }
        catch (Exception exception)
            when (exception
                    is NullReferenceException
                        or ArgumentException
                        or ArithmeticException
                        or IndexOutOfRangeException
                        or InvalidOperationException
                        or InvalidCastException
                        or FormatException
            )
        {
            return false;
        }
    }
}
