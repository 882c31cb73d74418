using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>Has the rules decide a case, so that nothing depends on what the journal masks, and nothing is done twice.</summary>
internal sealed class CaseDecider(IssueResolver resolver, EarlierDeeds deeds)
{
    /// <param name="state">What is decided.</param>
    /// <param name="delivery">What was delivered.</param>
    /// <param name="known">What the journal knows of the case; null for a new one.</param>
    /// <param name="last">The last decision; null where there is none.</param>
    /// <param name="keys">The journal's keys.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The decision, and what it was decided by: what would be done once more with the values with which it was done is decided
    /// knowing that it was.</returns>
    public async ValueTask<(CaseState State, Decision Decision)> DecideAsync(
        CaseState state,
        Delivery delivery,
        KnownCase? known,
        (JournalEntry Entry, DecisionContent Content)? last,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        if (delivery.Unprocessable is { } because)
            return (state, new Decision { Resolution = Dispositions.Unprocessable(state.Issue, because) });
        var decision = await DecideAsync(state, cancellationToken).ConfigureAwait(false);
        if (
            !CaseReplies.IsCorrected(delivery, known, last, keys)
            || !await deeds.AreRepeatedAsync(delivery.Reference, decision.Resolution, keys, cancellationToken).ConfigureAwait(false)
        )
            return (state, decision);
        var knowing = state.With(CaseReplies.All(known?.Content, last, []));
        return (knowing, await DecideAsync(knowing, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<Decision> DecideAsync(CaseState state, CancellationToken cancellationToken)
    {
        var decision = await resolver.DecideAsync(state.Issue, cancellationToken).ConfigureAwait(false);
        if (
            state.IsTooLong
            && decision.Resolution is { Outcome: not Outcome.Closed, Reason: not (ResolutionReason.Guarded or ResolutionReason.GoesOn) }
        )
            return new Decision { Resolution = Dispositions.TooLong(state.Issue, decision.Resolution.Team) };
        if (state.Masked.Count == 0)
            return decision;
        foreach (var otherwise in state.WithOtherMasks())
        {
            var other = await resolver.DecideAsync(otherwise, cancellationToken).ConfigureAwait(false);
            if (state.WithoutMasked(decision.Resolution, other.Resolution) is var safe && !ReferenceEquals(safe, decision.Resolution))
                return decision.With(safe);
        }

        return decision;
    }
}
