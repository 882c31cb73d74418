using AutoResolve.Cli.Rendering;
using AutoResolve.Journal;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Cli.Hosting;

/// <summary>Prints what journals warn of, once each; all else that is logged is for hosts.</summary>
/// <typeparam name="T">Who logs.</typeparam>
internal sealed class JournalWarnings<T>(Terminal terminal) : ILogger<T>
{
    private static readonly bool IsJournal = typeof(T).Assembly == typeof(SqliteJournalOptions).Assembly;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => IsJournal && logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
            terminal.Error.Line($"warning: {SafeText.Line(formatter(state, exception))}");
    }
}
