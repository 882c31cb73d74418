using Microsoft.Extensions.Logging;

namespace AutoResolve.PlugIns;

/// <summary>The log messages about plug-ins. None holds the message of an exception, which may quote anything.</summary>
internal static partial class PlugInLog
{
    [LoggerMessage(70, LogLevel.Error, "{PlugIn} could not be made: {ExceptionType}\n{StackTrace}")]
    public static partial void NotMade(ILogger logger, Type plugIn, Type exceptionType, string? stackTrace);

    [LoggerMessage(71, LogLevel.Warning, "The scope of {PlugIn} could not be disposed of: {ExceptionType}\n{StackTrace}")]
    public static partial void NotDisposed(ILogger logger, Type plugIn, Type exceptionType, string? stackTrace);
}
