using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Reading;

/// <summary>Checks what only all rule files together show: names and ids that stand twice, and rules superseded by others.</summary>
internal static class CrossFileChecks
{
    public static void Check(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        var ordered = sets.OrderBy(set => set.Location.File, StringComparer.Ordinal).ToList();
        DuplicateNames.CheckSets(ordered, diagnostics);
        DuplicateNames.CheckRules(ordered, diagnostics);
        SharedNames.Check(ordered, diagnostics);
        SupersededRules.Check(ordered, diagnostics);
        SecondDesk.Check(ordered, diagnostics);
        SecondProfile.Check(ordered, diagnostics);
    }
}
