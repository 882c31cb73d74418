using AutoResolve.Words;

namespace AutoResolve.Matching.Expressions;

/// <summary>An expression ready to run.</summary>
/// <param name="evaluate">The compiled code.</param>
/// <param name="required">The fields that it reads without asking whether they are there.</param>
/// <param name="runs">The runs that title and text must have for it to hold; null where nothing is known.</param>
internal sealed class CompiledExpression(Func<ExpressionIssue, bool> evaluate, IReadOnlyList<string> required, LiteralRequirement? runs)
{
    public LiteralRequirement? Runs => runs;

    /// <summary>Never throws: what cannot be computed, such as the title of an issue that has none, does not hold.</summary>
    public bool Holds(MatchInput text)
    {
        foreach (var field in required)
        {
            if (text.Field(field) is null)
                return false;
        }

        try
        {
            return evaluate(text.ForExpressions);
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
