using AutoResolve.Json.Reading;

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

/// <summary>Reports a second desk: there is one contact center.</summary>
internal static class SecondDesk
{
    public static void Check(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        var desks = sets.Select(set => set.Desk).OfType<SupportDesk>().ToList();
        foreach (var desk in desks.Skip(1))
        {
            diagnostics.Add(
                desk.Location.Report(
                    ReadingCodes.SecondDesk,
                    DiagnosticSeverity.Error,
                    $"The desk is already described in {desks[0].Location.File}:{desks[0].Location.Line}. Put all "
                        + $"of it there and delete this one."
                )
            );
        }
    }
}

/// <summary>Reports a second profile: which of two would count is not said.</summary>
internal static class SecondProfile
{
    public static void Check(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        var profiles = sets.Select(set => set.Profile).OfType<Profile>().ToList();
        foreach (var profile in profiles.Skip(1))
        {
            diagnostics.Add(
                profile.Location.Report(
                    ReadingCodes.SecondProfile,
                    DiagnosticSeverity.Error,
                    $"The rulebook already has a profile in "
                        + $"{profiles[0].Location.File}:{profiles[0].Location.Line}. Put all of it there and delete this one."
                )
            );
        }
    }
}
