using System.Globalization;

namespace AutoResolve.Rules.Linting;

/// <summary>A number that nobody has called for a year may lead nowhere.</summary>
internal sealed class StaleContactLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var contact in context.Sets.SelectMany(set => set.Contacts))
        {
            var (location, problem) = contact.Reviewed switch
            {
                null => (
                    contact.Name.Location,
                    $"does not say when it was last tried. Try it, then add \"reviewed\" with the day: \"{Format(context.Today)}\""
                ),
                { } reviewed when reviewed.Value > context.Today => (
                    reviewed.Location,
                    $"was tried on {Format(reviewed.Value)}, which is still to come. Correct the day"
                ),
                { } reviewed when reviewed.Value < context.Today.AddYears(-1) => (
                    reviewed.Location,
                    $"was last tried on {Format(reviewed.Value)}, more than a year ago. Try it, then set \"reviewed\" to today"
                ),
                _ => (contact.Name.Location, null),
            };
            if (problem is not null)
                yield return location.Report(
                    LintCodes.StaleContact,
                    DiagnosticSeverity.Warning,
                    $"Contact '{contact.Name.Value}' {problem}."
                );
        }
    }

    private static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
