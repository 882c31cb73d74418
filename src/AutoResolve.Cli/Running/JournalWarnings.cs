using AutoResolve.Postgres;
using AutoResolve.Sqlite;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Cli.Running;

/// <summary>Prints what a journal warns of.</summary>
internal class JournalWarnings(Terminal terminal) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public virtual bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

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

/// <summary>The same of a host, where all else that is logged is for hosts.</summary>
/// <typeparam name="T">Who logs.</typeparam>
internal sealed class JournalWarnings<T>(Terminal terminal) : JournalWarnings(terminal), ILogger<T>
{
    private static readonly bool IsJournal =
        typeof(T).Assembly == typeof(SqliteJournal).Assembly || typeof(T).Assembly == typeof(PostgresJournal).Assembly;

    public override bool IsEnabled(LogLevel logLevel) => IsJournal && base.IsEnabled(logLevel);
}
