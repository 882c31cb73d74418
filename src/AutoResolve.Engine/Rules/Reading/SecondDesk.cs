using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Reading;

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
