using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AutoResolve.Sqlite;

/// <summary>
/// A statement that is prepared once and run again and again, with its parameters by their numbers: a command looks each of them up by its
/// name every time, which costs as much as what is written.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        while (Step()) { }

        Reset();
    }

    /// <summary>Runs it for the whole number in the first column of its first row; null where there is none.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public long? FindNumber(params ReadOnlySpan<object?> values) => Find(values, static row => (long?)raw.sqlite3_column_int64(row, 0));

    /// <summary>Runs it for its first row.</summary>
    /// <param name="values">The parameters, in order.</param>
    /// <param name="read">Reads the row.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public T? Find<T>(ReadOnlySpan<object?> values, Func<sqlite3_stmt, T> read)
    {
        Bind(values);
        var found = Step() ? read(_statement) : default;
        Reset();
        return found;
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            Check(
                values[place] switch
                {
                    null => raw.sqlite3_bind_null(_statement, place + 1),
                    string text => raw.sqlite3_bind_text(_statement, place + 1, text),
                    long number => raw.sqlite3_bind_int64(_statement, place + 1, number),
                    int number => raw.sqlite3_bind_int(_statement, place + 1, number),
                    bool truth => raw.sqlite3_bind_int(_statement, place + 1, truth ? 1 : 0),
                    var other => throw new ArgumentException($"A {other.GetType().Name} cannot be bound.", nameof(values)),
                }
            );
        }
    }

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return result == raw.SQLITE_ROW;
        try
        {
            SqliteException.ThrowExceptionForRC(result, _database);
            return false;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    private void Reset() => Check(raw.sqlite3_reset(_statement));

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
