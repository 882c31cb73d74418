using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>Tells whether a rule would do once more what it has begun in a case before.</summary>
/// <remarks>The journal masks the values that were handed over. But the key of what was begun is made of them, so it is told by that.
/// </remarks>
internal sealed class EarlierDeeds(IJournal journal)
{
    /// <param name="reference">The case.</param>
    /// <param name="resolution">What would be done.</param>
    /// <param name="keys">The journal's keys.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether each of the rule's own actions was begun before with the same values.</returns>
    public async ValueTask<bool> AreRepeatedAsync(
        CaseReference reference,
        Resolution resolution,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        var left = resolution.Actions.Where(action => !OutcomeDelivery.Delivers(action.Handler)).ToList();
        if (left.Count == 0 || resolution.Rule is not { } rule)
            return false;
        var query = new JournalQuery
        {
            Case = reference,
            Kinds = [JournalEntryKind.Intent],
            RuleId = rule.Id,
        };
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (JournalJson.TryRead<ActionContent>(entry) is { } begun)
                left.RemoveAll(action => IsSame(action, begun));
        }

        return left.Count == 0;

        bool IsSame(PlannedAction action, ActionContent begun)
        {
            if (action.Handler != begun.Handler || begun.Decision.Length == 0)
                return false;
            var (turn, content) = (JournalKeys.TurnOf(begun.Decision), EffectContent.Of(action, resolution));
            return keys.All.Any(each => each.Effect(reference, turn, action.Handler, content) == begun.Key);
        }
    }
}
