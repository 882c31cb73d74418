namespace AutoResolve.Rules.Linting;

/// <summary>A defect is to be fixed: a rule that answers for one must lead to its tracker and end.</summary>
internal sealed class StealthyWorkaroundLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var rule in context.LiveRules)
        {
            if (rule.Cause is not { Kind: CauseKind.KnownDefect or CauseKind.Outage } cause)
                continue;
            List<string> missing = [];
            if (string.IsNullOrWhiteSpace(cause.Tracking))
                missing.Add("\"tracking\": the link to the defect or incident (in \"cause\")");
            if (rule.Until is null)
                missing.Add("\"until\": the day by which it should be fixed (in the rule)");
            if (missing.Count == 0)
                continue;
            var kind = cause.Kind == CauseKind.Outage ? "an outage" : "a known defect";
            yield return cause.Location.Report(
                LintCodes.StealthyWorkaround,
                DiagnosticSeverity.Error,
                $"The cause of rule '{rule.Id.Value}' is {kind}, so the rule must not outlive the cure. Add "
                    + $"{string.Join(" and ", missing)}."
            );
        }
    }
}
