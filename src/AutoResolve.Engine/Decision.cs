using AutoResolve.Decisions;

namespace AutoResolve;

/// <summary>
/// What was decided, and by what. It holds the rules and the text, so it lives only while a case is worked on; what is given away is its
/// resolution.
/// </summary>
public sealed class Decision
{
    /// <summary>What was decided.</summary>
    public required Resolution Resolution { get; init; }

    /// <summary>How the deciding rule wants its actions carried out; null where it has none.</summary>
    public ActionPolicy? Policy { get; init; }

    /// <summary>Whether somebody takes the issue over as it was decided.</summary>
    public bool IsHandedOver => Resolution.Outcome is Outcome.Escalated or Outcome.Routed;

    /// <summary>What it was decided by; null where that has failed.</summary>
    internal DecisionBasis? Basis { get; init; }

    /// <summary>The resolution with what a person needs, where one takes over.</summary>
    /// <returns>The resolution, with its handover where <see cref="IsHandedOver"/>.</returns>
    public Resolution Whole() => IsHandedOver ? Resolution with { Handover = HandOver() } : Resolution;

    /// <summary>The same with another resolution: what a host does instead, for reasons of its own.</summary>
    /// <param name="resolution">The resolution.</param>
    /// <param name="keepsPolicy">Whether its actions are carried out as the rule wants it; false where they are not the rule's.</param>
    /// <returns>A decision of its own.</returns>
    public Decision With(Resolution resolution, bool keepsPolicy = true) =>
        new()
        {
            Resolution = resolution,
            Policy = keepsPolicy ? Policy : null,
            Basis = Basis,
        };

    /// <summary>What the person who takes over needs to know. Found out when it is called, for about what deciding costs.</summary>
    /// <returns>The handover.</returns>
    public Handover HandOver() => Basis is null ? Handover.Of(Resolution) : Handovers.Of(Resolution, Basis);

    /// <summary>Why it was decided so, with near misses. Found out when it is called, for about five times what deciding costs.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain() => Explainer.Explain(With(Whole()));
}
