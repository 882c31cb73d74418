namespace AutoResolve.Rules.Linting;

/// <summary>Without a tier, a rule that spares people an issue cannot say whom it spared it.</summary>
internal sealed class NoTierLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from rule in context.LiveRules
        where rule.Then is { Outcome: RuleOutcome.Answer or RuleOutcome.Fix or RuleOutcome.Ignore, Tier: null }
        select rule.Then.Location.Report(
            LintCodes.NoTier,
            DiagnosticSeverity.Info,
            $"Rule '{rule.Id.Value}' names no tier, so the figures cannot say which tier it saves. Add \"tier\", "
                + $"0 to 3: the one that would have had the issue."
        );
}
