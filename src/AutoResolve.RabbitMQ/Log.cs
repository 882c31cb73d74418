using Microsoft.Extensions.Logging;

namespace AutoResolve.RabbitMQ;

/// <summary>What workers and publishers tell. The message of an exception may quote anything, so its type and place are told.</summary>
internal static partial class Log
{
    [LoggerMessage(60, LogLevel.Information, "Takes messages from the queue {Queue} at {Address}, {Concurrency} at once.")]
    public static partial void Working(ILogger logger, string queue, string address, int concurrency);

    [LoggerMessage(61, LogLevel.Warning, "The connection to the broker is lost ({Reason}); what was not acknowledged comes again.")]
    public static partial void Lost(ILogger logger, string reason);

    [LoggerMessage(62, LogLevel.Error, "{Problem} It is tried again in {Seconds} s.")]
    public static partial void Away(ILogger logger, string problem, double seconds);

    [LoggerMessage(63, LogLevel.Error, "Something unexpected happened with the message {Message}; it is tried again. {Exception}\n{Place}")]
    public static partial void Unexpected(ILogger logger, string message, Type exception, string? place);

    [LoggerMessage(64, LogLevel.Warning, "A message goes to a person ({Reason}): {Because}")]
    public static partial void Dead(ILogger logger, string reason, string because);

    [LoggerMessage(65, LogLevel.Debug, "The issue {Issue} is tried again in {Delay}: {Because}")]
    public static partial void Again(ILogger logger, string issue, TimeSpan delay, string because);

    [LoggerMessage(
        69,
        LogLevel.Warning,
        "A message cannot be finished now, since the journal, or for what goes to a person the ticket system, cannot be used. It is kept "
            + "and tried again, and so are others, until it can; no tries are used up, and nobody is told."
    )]
    public static partial void Held(ILogger logger);

    [LoggerMessage(66, LogLevel.Information, "Takes no more messages; {Count} are being finished.")]
    public static partial void Stopping(ILogger logger, int count);

    [LoggerMessage(
        67,
        LogLevel.Warning,
        "The broker did not take a message for {Place}; it is tried again. It, or a queue bound to it, is full or cannot be written: see "
            + "the policies of the queue and the log of the broker."
    )]
    public static partial void NotTaken(ILogger logger, string place);

    [LoggerMessage(
        70,
        LogLevel.Error,
        "The broker has no longer {Place}, so a message that goes there is kept. The worker connects anew, which makes what is missing; "
            + "with CreatesQueues false, create it as the guide to workers says."
    )]
    public static partial void QueueGone(ILogger logger, string place);

    [LoggerMessage(68, LogLevel.Error, "What became of a message cannot be told; it is tried again, and the message kept. {Problem}")]
    public static partial void NotTold(ILogger logger, string problem);
}
