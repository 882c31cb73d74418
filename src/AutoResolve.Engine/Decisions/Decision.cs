namespace AutoResolve.Decisions;

/// <summary>
/// What was decided, and by what. It holds the rules and the text, so it lives only while a case is worked on; what is given away is its
/// resolution.
/// </summary>
internal sealed class Decision
{
    public required Resolution Resolution { get; init; }

    /// <summary>How the deciding rule wants its actions carried out; null where it has none.</summary>
    public ActionPolicy? Policy { get; init; }

    /// <summary>What it was decided by; null where that has failed.</summary>
    public DecisionBasis? Basis { get; init; }

    /// <summary>Whether somebody takes the issue over as it was decided.</summary>
    public bool IsHandedOver => Resolution.Outcome is Outcome.Escalated or Outcome.Routed;

    /// <summary>The resolution with what a person needs, where one takes over.</summary>
    public Resolution Whole() => IsHandedOver ? Resolution with { Handover = HandOver() } : Resolution;

    /// <summary>The same with another resolution.</summary>
    public Decision With(Resolution resolution) =>
        new()
        {
            Resolution = resolution,
            Policy = Policy,
            Basis = Basis,
        };

    /// <summary>What the person who takes over needs to know. Found out when it is called, for about what deciding costs.</summary>
    public Handover HandOver() => Basis is null ? Handovers.Of(Resolution) : Handovers.Of(Resolution, Basis);
}
