using AutoResolve.Journaling;
using AutoResolve.Sources.Watching;
using Microsoft.Extensions.Logging;

namespace AutoResolve;

/// <summary>All log messages. None holds what a customer wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Loaded {Rules} rules from {Source}, revision {Revision}.")]
    public static partial void Loaded(ILogger logger, string source, int rules, string revision);

    [LoggerMessage(2, LogLevel.Information, "Rules changed: {Rules} rules from {Source} are in force, revision {Revision}.")]
    public static partial void Reloaded(ILogger logger, string source, int rules, string revision);

    [LoggerMessage(3, LogLevel.Error, "Changed rules in {Source} are refused; revision {Revision} stays in force.\n{Diagnostics}")]
    public static partial void ReloadRefused(ILogger logger, string source, string revision, string diagnostics);

    [LoggerMessage(4, LogLevel.Error, "A listener to changes of the rules failed.")]
    public static partial void ListenerFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "Issue {IssueId} could not be decided and escalates: {ExceptionType}\n{StackTrace}")]
    public static partial void DecisionFailed(ILogger logger, string issueId, Type exceptionType, string? stackTrace);

    [LoggerMessage(6, LogLevel.Error, "Changed rules in {Source} could not be loaded; revision {Revision} stays in force.")]
    public static partial void ReloadFailed(ILogger logger, string source, string revision, Exception exception);

    [LoggerMessage(
        72,
        LogLevel.Warning,
        "Issue {IssueId} escalates: by the rules of revision {Revision} it would take more than the {MaxWork} steps of work that an "
            + "issue may "
            + "cost. Lint says which conditions cost much (AR2032)."
    )]
    public static partial void TooMuchWork(ILogger logger, string issueId, string revision, long maxWork);

    /// <summary>The one line that a turn costs where all goes well.</summary>
    public static void Processed(ILogger logger, Disposition disposition, TimeSpan elapsed)
    {
        var resolution = disposition.Resolution;
        Processed(
            logger,
            resolution.IssueId,
            disposition.Outcome,
            resolution.Rule?.Id,
            resolution.Reason,
            disposition.Actions.Count,
            (long)elapsed.TotalMilliseconds
        );
    }

    [LoggerMessage(
        37,
        LogLevel.Information,
        "Issue {IssueId}: {Outcome} by rule {RuleId} ({Reason}), {Actions} action(s), in {Milliseconds} ms."
    )]
    private static partial void Processed(
        ILogger logger,
        string issueId,
        Outcome? outcome,
        string? ruleId,
        ResolutionReason reason,
        int actions,
        long milliseconds
    );

    [LoggerMessage(38, LogLevel.Debug, "A delivery of issue {IssueId} is {Status} after {Milliseconds} ms.")]
    public static partial void Delivered(ILogger logger, string issueId, DispositionStatus status, long milliseconds);

    [LoggerMessage(
        20,
        LogLevel.Debug,
        "Issue {IssueId}, rule {RuleId}: action {Handler} ended {Fate} after {Attempts} attempt(s) in {Milliseconds} ms."
    )]
    public static partial void ActionEnded(
        ILogger logger,
        string issueId,
        string? ruleId,
        string handler,
        ActionState fate,
        int attempts,
        long milliseconds
    );

    [LoggerMessage(21, LogLevel.Error, "The journal cannot be written: an entry of kind {Kind} about issue {IssueId} is lost.")]
    public static partial void JournalFailed(ILogger logger, JournalEntryKind kind, string issueId, Exception exception);

    [LoggerMessage(22, LogLevel.Error, "Issue {IssueId} could not be processed and escalates: {ExceptionType}\n{StackTrace}")]
    public static partial void ProcessingFailed(ILogger logger, string issueId, Type exceptionType, string? stackTrace);

    [LoggerMessage(23, LogLevel.Warning, "Issue {IssueId}: the action {Handler} was in doubt after a restart; it is now {Fate}.")]
    public static partial void Recovered(ILogger logger, string issueId, string handler, ActionState fate);

    [LoggerMessage(24, LogLevel.Warning, "Rule {RuleId} version {Version} only suggests from now on: {Reason}")]
    public static partial void Demoted(ILogger logger, string ruleId, int version, string reason);

    [LoggerMessage(25, LogLevel.Information, "Rule {RuleId} version {Version} may be promoted: {Reason}")]
    public static partial void PromotionProposed(ILogger logger, string ruleId, int version, string reason);

    [LoggerMessage(26, LogLevel.Error, "What is unfinished in the journal could not be taken up; it is tried again.")]
    public static partial void RecoveryFailed(ILogger logger, Exception exception);

    [LoggerMessage(27, LogLevel.Error, "The journal could not be read for stops and demotions; what was read before holds.")]
    public static partial void RefreshFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        28,
        LogLevel.Warning,
        "The rule files of revision {Revision} could not be kept in the journal; until they are, its decisions "
            + "cannot be replayed. It is tried again."
    )]
    public static partial void RulebookNotKept(ILogger logger, string revision, Exception exception);

    [LoggerMessage(29, LogLevel.Error, "Issue {IssueId} is to go to a person, but the ticket system was not told ({Fate}): {Message}")]
    public static partial void NotEscalated(ILogger logger, string issueId, ActionState fate, string? message);

    [LoggerMessage(
        30,
        LogLevel.Error,
        "Entry {Sequence} of the journal, about issue {IssueId}, is unfinished and cannot be read; a person gets the issue."
    )]
    public static partial void NotReadable(ILogger logger, string issueId, long sequence);

    [LoggerMessage(31, LogLevel.Warning, "The lease of a case could not be renewed; it is tried again.")]
    public static partial void NotRenewed(ILogger logger, Exception exception);

    [LoggerMessage(32, LogLevel.Warning, "Issue {IssueId}: another host has taken the case up, and nothing more is written about it here.")]
    public static partial void CaseLost(ILogger logger, string issueId);

    [LoggerMessage(33, LogLevel.Error, "What was done about issue {IssueId} could not be written down; it is taken up later.")]
    public static partial void NotFinished(ILogger logger, string issueId, Exception exception);

    [LoggerMessage(35, LogLevel.Error, "Issue {IssueId} is unfinished and could not be taken up; it is tried again.")]
    public static partial void CaseNotTakenUp(ILogger logger, string issueId, Exception exception);

    [LoggerMessage(36, LogLevel.Error, "Issue {IssueId} escalates, since the journal cannot be used: {Problem}")]
    public static partial void JournalUnusable(ILogger logger, string issueId, string problem);

    [LoggerMessage(42, LogLevel.Debug, "Issue {IssueId} is not done and nobody is told: whoever delivered it keeps it. {Problem}")]
    public static partial void Deferred(ILogger logger, string issueId, string problem);

    [LoggerMessage(34, LogLevel.Debug, "Issue {IssueId} is being worked on; a delivery waits for it.")]
    public static partial void WaitsForCase(ILogger logger, string issueId);

    [LoggerMessage(
        39,
        LogLevel.Warning,
        "The host ends while it works on {Cases} case(s): its handlers are told to end, and the cases are left to "
            + "another host or the next start."
    )]
    public static partial void HostEnded(ILogger logger, int cases);

    [LoggerMessage(41, LogLevel.Information, "Issue {IssueId}: {Kind} was reported.")]
    public static partial void CaseHappened(ILogger logger, string issueId, CaseEventKind kind);

    [LoggerMessage(40, LogLevel.Error, "The stop of {Stopped} could not be journaled; it holds in this host, and is tried again.")]
    public static partial void StopNotWritten(ILogger logger, string stopped, Exception exception);

    /// <summary>Where changes are told no more, or again.</summary>
    public static void Turned(ILogger logger, string source, WatchState? before, WatchState now, TimeSpan pollInterval)
    {
        if (now == before)
            return;
        if (now.Status == WatchStatus.NotWatching)
            NotWatched(logger, source, now.Reason!, pollInterval);
        else if (before is { Status: WatchStatus.NotWatching })
            Watched(logger, source);
    }

    [LoggerMessage(
        7,
        LogLevel.Warning,
        "Changes of {Source} are not told: {Reason}. Until they are, they are looked for every {PollInterval}."
    )]
    private static partial void NotWatched(ILogger logger, string source, string reason, TimeSpan pollInterval);

    [LoggerMessage(10, LogLevel.Information, "Changes of {Source} are told again.")]
    private static partial void Watched(ILogger logger, string source);

    [LoggerMessage(9, LogLevel.Error, "Changed options are refused; those before stay in force. {Problems}")]
    public static partial void OptionsRefused(ILogger logger, string problems);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "Rules from {Source} name handlers that the host does not have: {Handlers}. What these rules win goes to a person. "
            + "Register the handlers (AddHandler), name them in RulebookOptions.Handlers where the host carries them out itself, "
            + "or leave the rules out with \"status\": \"draft\"."
    )]
    public static partial void HandlersMissing(ILogger logger, string source, string handlers);
}
