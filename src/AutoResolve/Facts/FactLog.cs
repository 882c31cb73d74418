using Microsoft.Extensions.Logging;

namespace AutoResolve.Facts;

/// <summary>The log messages of built-in facts. None holds what a customer wrote.</summary>
internal static partial class FactLog
{
    [LoggerMessage(60, LogLevel.Information, "{Incidents} incidents from {Path} are in force.")]
    public static partial void IncidentsLoaded(ILogger logger, int incidents, string path);

    [LoggerMessage(61, LogLevel.Error, "Changed incidents in {Path} are refused; the last good ones stay in force.\n{Diagnostics}")]
    public static partial void IncidentsRefused(ILogger logger, string path, string diagnostics);

    [LoggerMessage(62, LogLevel.Error, "Incidents are unknown until {Path} can be read.\n{Diagnostics}")]
    public static partial void IncidentsUnknown(ILogger logger, string path, string diagnostics);

    [LoggerMessage(63, LogLevel.Error, "Incidents in {Path} could not be loaded; the last good ones stay in force.")]
    public static partial void IncidentsFailed(ILogger logger, string path, Exception exception);
}
