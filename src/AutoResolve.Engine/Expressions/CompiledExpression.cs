namespace AutoResolve.Expressions;

/// <summary>An expression ready to run.</summary>
/// <param name="evaluate">The compiled code.</param>
/// <param name="required">The fields that it reads without asking whether they are there.</param>
internal sealed class CompiledExpression(Func<ExpressionIssue, bool> evaluate, IReadOnlyList<string> required)
{
    /// <summary>Never throws: what cannot be computed, such as the length of a title that is not there, does not hold.</summary>
    public bool Holds(ExpressionIssue issue)
    {
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
