using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Fields;

namespace AutoResolve.Rules.Linting;

/// <summary>A rule that waits for a value which nobody can choose never matches.</summary>
internal sealed class NoSuchChoiceLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        // A field that another question fills with anything may hold anything.
        var choices = context
            .Sets.SelectMany(set => set.Questions)
            .GroupBy(question => question.Field, StringComparer.OrdinalIgnoreCase)
            .Where(questions => questions.All(question => question.Choices.Count > 0 && question.Extract is null))
            .ToDictionary(
                questions => questions.Key,
                questions => questions.SelectMany(question => question.Choices).Select(choice => choice.Value.Value).ToList(),
                StringComparer.OrdinalIgnoreCase
            );
        return from condition in choices.Count == 0 ? [] : ConditionWalker.AllConditions(context.Sets).OfType<FieldCondition>()
            where choices.ContainsKey(condition.Field.Value)
            let known = choices[condition.Field.Value]
            from test in condition.Comparisons.OfType<StringTest>()
            from value in test.Operator == StringOperator.Equals ? test.Values : []
            where !known.Contains(value.Value.Trim(), StringComparer.OrdinalIgnoreCase)
            let suggestion = Spelling.Closest(value.Value, known)
            select value.Location.Report(
                LintCodes.NoSuchChoice,
                DiagnosticSeverity.Warning,
                $"No choice of the question that fills the field '{condition.Field.Value}' has the value "
                    + $"'{value.Value}': it has {string.Join(", ", known)}. "
                    + $"Take one of them, or add the choice.{Spelling.DidYouMean(suggestion)}",
                suggestion
            );
    }
}
