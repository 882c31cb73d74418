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
            Form = basis.Input.Forms is { } forms ? Form(forms, resolution, basis, considered) : [],
            Considered = considered,

            // Who takes over what a rule has decided need not know which others nearly had.
            NearMisses = basis.Winner is null ? NearMissFinder.Describe(NearMissFinder.ForHandover(basis)) : [],
        };
    }

    private static IReadOnlyList<HandoverSection> Form(
        HandoverFormBuilder forms,
        Resolution resolution,
        DecisionBasis basis,
        IReadOnlyList<RuleEvidence> considered
    )
    {
        var input = basis.Input;
        IReadOnlyList<string> tried = [.. resolution.Tried, .. basis.Told.Tried(input.Text, input.Facts)];
        var issue = basis.Told.Fill(input.Text, basis.Winner?.Match.Rule);
        return forms.Write(basis.Desk, issue, resolution with { Tried = tried }, considered);
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
