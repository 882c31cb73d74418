using System.Globalization;

namespace AutoResolve.Rules.Linting;

/// <summary>Knowledge without a source or a recent review cannot be trusted.</summary>
internal sealed class ProvenanceLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var rule in context.LiveRules)
        {
            if (string.IsNullOrWhiteSpace(rule.Source))
            {
                yield return rule.Id.Location.Report(
                    LintCodes.MissingSource,
                    DiagnosticSeverity.Warning,
                    $"Rule '{rule.Id.Value}' does not say where its knowledge comes from. Add \"source\": a document, a ticket, a link."
                );
            }

            if (rule.Reviewed is not { } reviewed)
            {
                yield return rule.Id.Location.Report(
                    LintCodes.MissingReview,
                    DiagnosticSeverity.Warning,
                    $"Rule '{rule.Id.Value}' does not say when it was last checked. Add \"reviewed\" with the "
                        + $"day: \"{Format(context.Today)}\"."
                );
            }
            else if (reviewed.Value > context.Today)
            {
                yield return reviewed.Location.Report(
                    LintCodes.StaleReview,
                    DiagnosticSeverity.Warning,
                    $"Rule '{rule.Id.Value}' was reviewed on {Format(reviewed.Value)}, which is still to come. Correct the day."
                );
            }
            else if (reviewed.Value < context.Today.AddYears(-1))
            {
                yield return reviewed.Location.Report(
                    LintCodes.StaleReview,
                    DiagnosticSeverity.Warning,
                    $"Rule '{rule.Id.Value}' was last reviewed on {Format(reviewed.Value)}, more than a year ago. "
                        + $"Check numbers, links and steps, then set \"reviewed\" to today."
                );
            }
        }
    }

    private static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
