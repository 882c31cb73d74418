namespace AutoResolve.Decisions;

/// <summary>Packs what the person who takes over needs to know.</summary>
internal static class Handovers
{
    /// <param name="resolution">What was decided.</param>
    /// <param name="basis">By what.</param>
    public static Handover Of(Resolution resolution, DecisionBasis basis)
    {
        var considered = Considered(basis);
        return Handover.Of(resolution) with
        {
            Form = basis.Input.Forms?.Write(basis.Desk, basis.Input.Text.AsOneText, resolution, considered) ?? [],
            Considered = considered,

            // Who takes over what a rule has decided need not know which others nearly had.
            NearMisses = basis.Winner is null ? NearMissFinder.Describe(NearMissFinder.ForHandover(basis)) : [],
        };
    }

    private static List<RuleEvidence> Considered(DecisionBasis basis)
    {
        List<RuleEvidence> considered = [];
        if (basis.Winner is { } winner)
            considered.Add(winner.ToEvidence());
        foreach (var candidate in basis.Field.All)
        {
            if (candidate != basis.Winner && candidate.IsContender)
                considered.Add(candidate.ToEvidence());
        }

        return considered;
    }
}
