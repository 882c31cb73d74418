namespace AutoResolve.Actions;

/// <summary>Takes in how decisions turned out, and draws the consequences that rules ask for.</summary>
public interface IFeedbackCollector
{
    /// <summary>
    /// Writes feedback down. Where the rule then is below its <c>demote </c> threshold, it only suggests from now on; where it is above
    /// its <c>promote </c> threshold, a person is told.
    /// </summary>
    /// <param name="feedback">The feedback.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The track record of the rule that decided the issue; null where no rule did, or the issue is not in the journal.</returns>
    /// <exception cref="Journaling.JournalException">It could not be written down.</exception>
    ValueTask<TrackRecord?> RecordAsync(Feedback feedback, CancellationToken cancellationToken = default);

    /// <summary>How a version of a rule has turned out.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="version">Its version.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Journaling.JournalException">The journal cannot be read.</exception>
    ValueTask<TrackRecord> TrackRecordOfAsync(string ruleId, int version, CancellationToken cancellationToken = default);
}
