using System.Globalization;
using AutoResolve.Cli.Running;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Cli.Queues;

/// <summary>Prints what a worker tells, a line each.</summary>
/// <typeparam name="T">Who tells it.</typeparam>
internal sealed class WorkLog<T>(Terminal terminal) : ILogger<T>
{
    private static readonly Lock Turn = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!IsEnabled(logLevel))
            return;
        var time = terminal.Time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var level = logLevel > LogLevel.Information ? $"{logLevel.ToString().ToLowerInvariant()}: " : "";
        lock (Turn)
        {
            var screen = logLevel > LogLevel.Information ? terminal.Error : terminal.Out;
            screen.Line($"{time} {level}{SafeText.Line(formatter(state, exception))}");
            screen.Flush();
        }
    }
}
