namespace AutoResolve.Rules.Linting;

internal sealed class AddsNothingLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from rule in context.LiveRules
        where rule.Also && rule.Then.Tags.Count == 0 && string.IsNullOrWhiteSpace(rule.Then.Note)
        select rule.Then.Location.Report(
            LintCodes.AddsNothing,
            DiagnosticSeverity.Warning,
            $"Rule '{rule.Id.Value}' is an \"also\" rule but adds neither \"tags\" nor a \"note\", so it does nothing. Add one of them."
        );
}
