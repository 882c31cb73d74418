namespace AutoResolve.Rules.Linting;

/// <summary><c>ask</c> without a question that the case waits for is <c>route</c> under another name.</summary>
internal sealed class AsksNothingLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from rule in context.LiveRules
        where rule.Then.Outcome == RuleOutcome.Ask && !rule.Then.Ask.Any(asked => asked.IsBlocking)
        select rule.Then.Location.Report(
            LintCodes.AsksNothing,
            DiagnosticSeverity.Warning,
            $"The outcome of rule '{rule.Id.Value}' is \"ask\", but the case waits for none of its questions, so "
                + $"it goes to the team at once. "
                + "Write \"route\" (\"autoresolve fmt --upgrade\" does it), or mark the question on which the "
                + "decision depends with \"blocking\": true."
        );
}
