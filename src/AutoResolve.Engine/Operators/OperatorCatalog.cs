using AutoResolve.Conditions;
using AutoResolve.Operators.Classifiers;
using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Contains;
using AutoResolve.Operators.Expressions;
using AutoResolve.Operators.Facts;
using AutoResolve.Operators.Fields;
using AutoResolve.Operators.Near;
using AutoResolve.Operators.Phrases;
using AutoResolve.Operators.Points;
using AutoResolve.Operators.Regexes;
using AutoResolve.Operators.Uses;

namespace AutoResolve.Operators;

/// <summary>The operators of the rule format. A new one is a folder beside this file and a line in it.</summary>
internal static class OperatorCatalog
{
    private static readonly TextOperator AnyOf = new PhrasesOperator("anyOf", requireAll: false);
    private static readonly TextOperator AllOf = new PhrasesOperator("allOf", requireAll: true);
    private static readonly TextOperator Near = new NearOperator();
    private static readonly TextOperator Regex = new RegexOperator();

    /// <summary>What fields and facts can be compared by.</summary>
    public static readonly ComparisonSet Comparisons = new([
        new StringComparisons(),
        new TextComparison(Regex, "matches"),
        new NumberComparisons(),
        new TimeComparisons(),
        new ExistsComparison(),
        new TextComparison(AnyOf),
        new TextComparison(AllOf),
        new TextComparison(Near),
        new TextComparison(Regex),
    ]);

    /// <summary>All operators, in the order of the reference.</summary>
    public static readonly OperatorSet All = new([
        new FieldOperator(Comparisons),
        new FactOperator(Comparisons),
        new CombinationOperator(),
        new UseOperator(),
        AnyOf,
        AllOf,
        Near,
        new PointsOperator(),
        new ReadsOperator("readsLike", isUnlike: false),
        new ReadsOperator("readsUnlike", isUnlike: true),
        new ContainsOperator(),
        Regex,
        new ExpressionOperator(),
    ]);
}
