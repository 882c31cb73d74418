using AutoResolve.Operators.Contains;

namespace AutoResolve.Rules.Linting;

internal sealed class ShortSubstringLint : ILint
{
    private const int MinSafeLength = 4;

    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from contains in ConditionWalker.AllConditions(context.Sets).OfType<ContainsCondition>()
        from value in contains.Strings
        where value.Value.Trim().Length < MinSafeLength
        select value.Location.Report(
            LintCodes.ShortSubstring,
            DiagnosticSeverity.Warning,
            $"\"contains\" looks for '{value.Value}' inside words too, and so short a text stands in many words. "
                + $"Use \"anyOf\", which finds whole words, or look for at least {MinSafeLength} characters."
        );
}
