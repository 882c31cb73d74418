using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Reading;

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
