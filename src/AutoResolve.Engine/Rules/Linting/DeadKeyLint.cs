namespace AutoResolve.Rules.Linting;

/// <summary>What does nothing leads whoever reads the rule astray.</summary>
internal sealed class DeadKeyLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from rule in context.LiveRules
        from dead in rule.Guard ? DeadKeysOfGuard(rule.Then) : DeadKeys(rule.Then)
        select rule.Then.Location.Report(
            LintCodes.DeadKey,
            DiagnosticSeverity.Warning,
            $"In rule '{rule.Id.Value}' the key '{dead.Key}' does nothing: {dead.Why}. Remove it{dead.Else}."
        );

    // Whoever writes a notice for an emergency beside a guard must know that nobody gets it.
    private static IEnumerable<(string Key, string Why, string Else)> DeadKeysOfGuard(Then then) =>
        from key in Effects(then)
        where key != "team"
        select (
            key,
            "a guard stops all automation, so nothing is sent, asked or done",
            ", or put what staff should say or do into \"note\""
        );

    private static IEnumerable<(string Key, string Why, string Else)> DeadKeys(Then then)
    {
        if (then.Outcome == RuleOutcome.Ignore)
        {
            foreach (var key in Effects(then))
                yield return (key, "nothing is done about what is ignored", ", or choose another outcome");
            yield break;
        }

        if (then.AnswerToAgent is not null && then.Answer is null)
            yield return ("answerToAgent", "it is said in place of an answer, and there is none", ", or add \"answer\"");
        if (then.UndoOnFailure && then.Actions.Count == 0)
            yield return ("undoOnFailure", "there are no actions to take back", "");

        // An answer or a fix is not given twice, so there it says what comes after; what is handed on anyway has only its steps to try.
        if (then.WhenAllTried is not null && then.Steps.Count == 0 && then.Outcome is not (RuleOutcome.Answer or RuleOutcome.Fix))
            yield return ("whenAllTried", "there are no steps to try", "");
    }

    private static IEnumerable<string> Effects(Then then) =>
        new (string Key, bool IsThere)[]
        {
            ("answer", then.Answer is not null),
            ("answerToAgent", then.AnswerToAgent is not null),
            ("steps", then.Steps.Count > 0),
            ("whenAllTried", then.WhenAllTried is not null),
            ("ask", then.Ask.Count > 0),
            ("team", then.Team is not null),
            ("actions", then.Actions.Count > 0),
            ("undoOnFailure", then.UndoOnFailure),
        }
            .Where(key => key.IsThere)
            .Select(key => key.Key);
}
