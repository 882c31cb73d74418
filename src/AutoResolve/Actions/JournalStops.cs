using AutoResolve.Journaling;
using AutoResolve.Privacy;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoResolve.Actions;

/// <summary>
/// Stops actions by the journal, for tools that run no host: the hosts on it see that within their refresh interval. A host itself has
/// <see cref="IKillSwitch"/>.
/// </summary>
/// <remarks>It knows no rules, so that a stop of any id is taken.</remarks>
/// <param name="journal">The journal.</param>
/// <param name="redactor">Masks personal data in what is written. Default: by the forms that are the same everywhere.</param>
/// <param name="timeProvider">The clock. Default: the system's.</param>
public sealed class JournalStops(IJournal journal, IRedactor? redactor = null, TimeProvider? timeProvider = null)
{
    private readonly IJournal _journal = journal ?? throw new ArgumentNullException(nameof(journal));

    private readonly KillSwitch _stops = new(
        journal,
        timeProvider ?? TimeProvider.System,
        new Redaction(redactor ?? new PersonalDataRedactor()),
        NullLogger<KillSwitch>.Instance
    );

    /// <summary>Stops actions. What has begun goes on.</summary>
    /// <param name="by">Who: an id, not a name.</param>
    /// <param name="reason">Why, for staff.</param>
    /// <param name="ruleId">The rule; null for all rules.</param>
    /// <param name="cancellationToken">Ends the wait. It may be written all the same.</param>
    /// <exception cref="JournalException">It could not be written down, so that it may not hold.</exception>
    public ValueTask StopAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default) =>
        _stops.StopAsync(by, reason, ruleId, cancellationToken);

    /// <summary>Allows actions again.</summary>
    /// <param name="by">Who: an id, not a name.</param>
    /// <param name="reason">Why, for staff.</param>
    /// <param name="ruleId">The rule; null for the stop of all rules, which leaves stops of single rules as they are.</param>
    /// <param name="cancellationToken">Ends the wait. It may be written all the same.</param>
    /// <exception cref="JournalException">It could not be written down, and actions stay stopped.</exception>
    public ValueTask ResumeAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default) =>
        _stops.ResumeAsync(by, reason, ruleId, cancellationToken);

    /// <summary>Reads what is stopped.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The stops that hold, by rule; that of all actions first.</returns>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public async ValueTask<IReadOnlyList<ActionStop>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var stops = new SortedDictionary<string, ActionStop>(StringComparer.Ordinal);
        var query = new JournalQuery { Kinds = [JournalEntryKind.Switch] };
        await foreach (var entry in _journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Label == StopState.Resume)
                stops.Remove(entry.RuleId ?? "");
            else if (entry.Label == StopState.Stop)
                stops[entry.RuleId ?? ""] = StopOf(entry);
        }

        return [.. stops.Values];
    }

    private static ActionStop StopOf(JournalEntry entry)
    {
        var content = JournalJson.TryRead<ControlContent>(entry);
        return new ActionStop(entry.RuleId, entry.At, content?.By, content?.Reason);
    }
}
