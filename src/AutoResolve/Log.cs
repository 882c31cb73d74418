using Microsoft.Extensions.Logging;

namespace AutoResolve;

/// <summary>All log messages. None holds what a customer wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Loaded {Rules} rules from {Folder}, revision {Revision}.")]
    public static partial void Loaded(ILogger logger, string folder, int rules, string revision);

    [LoggerMessage(2, LogLevel.Information, "Rules changed: {Rules} rules from {Folder} are in force, revision {Revision}.")]
    public static partial void Reloaded(ILogger logger, string folder, int rules, string revision);

    [LoggerMessage(3, LogLevel.Error, "Changed rules in {Folder} are refused; revision {Revision} stays in force.\n{Diagnostics}")]
    public static partial void ReloadRefused(ILogger logger, string folder, string revision, string diagnostics);

    [LoggerMessage(4, LogLevel.Error, "A listener to changes of the rules failed.")]
    public static partial void ListenerFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "Issue {IssueId} could not be decided and escalates: {ExceptionType}\n{StackTrace}")]
    public static partial void DecisionFailed(ILogger logger, string issueId, Type exceptionType, string? stackTrace);

    [LoggerMessage(6, LogLevel.Error, "Changed rules in {Folder} could not be loaded; revision {Revision} stays in force.")]
    public static partial void ReloadFailed(ILogger logger, string folder, string revision, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "The folder {Folder} cannot be watched; changes of rules need a restart.")]
    public static partial void WatchFailed(ILogger logger, string folder, Exception exception);
}
