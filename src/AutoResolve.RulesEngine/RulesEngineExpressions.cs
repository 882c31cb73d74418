namespace AutoResolve.Expressions;

/// <summary>Expressions in rules, read by Microsoft RulesEngine.</summary>
public static class RulesEngineExpressions
{
    /// <summary>Reads expressions. One for all rulebooks; safe for any number of threads.</summary>
    /// <remarks>For <see cref="RulebookOptions.ExpressionParser"/>. It takes effect only where
    /// <see cref="RulebookOptions.AllowExpressions"/> is true too.</remarks>
    public static IExpressionParser Parser { get; } = new RulesEngineParser();
}
