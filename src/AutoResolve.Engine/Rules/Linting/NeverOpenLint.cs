namespace AutoResolve.Rules.Linting;

/// <summary>A question whose answer is there whenever its rule matches is never asked.</summary>
internal sealed class NeverOpenLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from found in context.Questions
        let why = Why(found.Rule, found.Asked, found.Question, new Implication(found.Visible))
        where why is not null
        select found.Asked.Question.Location.Report(
            LintCodes.NeverOpen,
            DiagnosticSeverity.Warning,
            $"Rule '{found.Rule.Id.Value}' never asks '{found.Asked.Question.Value}': {why}. Remove it from \"ask\"."
        );

    private static string? Why(Rule rule, AskedQuestion asked, QuestionDefinition question, Implication implication)
    {
        if (rule.Then.Ask.TakeWhile(other => other != asked).Any(other => other.Question.Value == asked.Question.Value))
            return "the list has it already";
        if (implication.Requires(rule.When, question.Field))
            return $"the rule only matches where the field '{question.Field}' has a value";
        return question.AnsweredWhen is { } answered && implication.Holds(rule.When, answered)
            ? "its \"answeredWhen\" holds wherever the rule matches"
            : null;
    }
}
