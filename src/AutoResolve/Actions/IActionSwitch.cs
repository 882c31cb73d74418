namespace AutoResolve.Actions;

/// <summary>Stops actions while the host runs: all of them, or those of one rule. Stops are journaled, and hold after a restart and in other hosts on the same journal.</summary>
public interface IActionSwitch
{
    /// <summary>Whether actions are stopped. They are, too, as long as the journal has not been read.</summary>
    /// <param name="ruleId">The rule; null for all rules.</param>
    bool IsStopped(string? ruleId = null);

    /// <summary>Stops actions. An action that has begun goes on; the next of its rule does not begin.</summary>
    /// <param name="by">Who: an id, not a name.</param>
    /// <param name="reason">Why, for staff.</param>
    /// <param name="ruleId">The rule; null for all rules.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Journaling.JournalException">It holds in this host, but could not be written down.</exception>
    ValueTask StopAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default);

    /// <summary>Allows actions again.</summary>
    /// <param name="by">Who: an id, not a name.</param>
    /// <param name="reason">Why, for staff.</param>
    /// <param name="ruleId">The rule; null for the stop of all rules, which leaves stops of single rules as they are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Journaling.JournalException">It could not be written down, and actions stay stopped.</exception>
    ValueTask ResumeAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default);
}
