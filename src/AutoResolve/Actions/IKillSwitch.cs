namespace AutoResolve.Actions;

/// <summary>Stops actions while the host runs: all of them, or those of one rule. Stops are journaled, and hold after a restart and in
/// other hosts on the same journal.</summary>
/// <remarks>Whoever wrote to the journal, what it says holds in the order in which it was written. A stop that it could not take holds in
/// the host that was told, whatever comes, until that host is told to resume; and it is written as soon as the journal takes it, from when
/// on another host's resume lifts it too.</remarks>
public interface IKillSwitch
{
    /// <summary>Whether actions are stopped. They are, too, as long as the journal has not been read.</summary>
    /// <param name="ruleId">The rule; null for all rules.</param>
    bool IsStopped(string? ruleId = null);

    /// <summary>Stops actions, at once in this host. An action that has begun goes on; the next of its rule does not begin.</summary>
    /// <param name="by">Who: an id, not a name.</param>
    /// <param name="reason">Why, for staff.</param>
    /// <param name="ruleId">The rule; null for all rules.</param>
    /// <param name="cancellationToken">Ends the wait, not the stop.</param>
    /// <exception cref="ArgumentException">The rulebook in force has no such rule; nothing is stopped. Where the host's rules cannot be
    /// read,
    /// a stop of any id is taken.</exception>
    /// <exception cref="Journaling.JournalException">It holds in this host, but could not be written down; that is tried again.</exception>
    ValueTask StopAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default);

    /// <summary>Allows actions again.</summary>
    /// <param name="by">Who: an id, not a name.</param>
    /// <param name="reason">Why, for staff.</param>
    /// <param name="ruleId">The rule; null for the stop of all rules, which leaves stops of single rules as they are.</param>
    /// <param name="cancellationToken">Ends the wait. Actions stay stopped, unless it was written all the same.</param>
    /// <exception cref="Journaling.JournalException">It could not be written down, and actions stay stopped. Where the
    /// journal did write it and could not say so, they stay stopped in this host until it reads that.</exception>
    ValueTask ResumeAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default);
}
