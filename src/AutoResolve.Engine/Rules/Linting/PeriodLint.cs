using System.Globalization;

namespace AutoResolve.Rules.Linting;

internal sealed class PeriodLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var rule in context.LiveRules)
        {
            if (rule.Until is not { } until)
                continue;
            if (rule.From is { } from && from.Value > until.Value)
            {
                yield return until.Location.Report(
                    LintCodes.EmptyPeriod,
                    DiagnosticSeverity.Error,
                    $"Rule '{rule.Id.Value}' ends on {Format(until.Value)}, before it begins on "
                        + $"{Format(from.Value)}, so it can never win. Correct \"from\" or \"until\"."
                );
            }
            else if (until.Value < context.Today)
            {
                yield return until.Location.Report(
                    LintCodes.Expired,
                    DiagnosticSeverity.Warning,
                    $"Rule '{rule.Id.Value}' ended on {Format(until.Value)} and no longer acts. Set a later "
                        + $"\"until\" if it is still true, or set \"status\" to \"retired\"."
                );
            }
        }
    }

    private static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
