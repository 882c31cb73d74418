using AutoResolve.Journal;
using AutoResolve.Journaling;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>What the databases of journals say differently.</summary>
internal abstract class SqlDialect
{
    /// <summary>Selects the decisions between <c>@first</c> and <c>@last</c>, with what their content holds as columns.</summary>
    public abstract string Decisions { get; }

    /// <summary>An expression for the seconds between two columns of times.</summary>
    public abstract string SecondsBetween(string earlier, string later);

    /// <exception cref="JournalException">The journal is in no database.</exception>
    public static (GroupCommitJournal Journal, SqlDialect Dialect) Of(IJournal journal) => journal switch
    {
        SqliteJournal sqlite => (sqlite, new SqliteDialect()),
        PostgresJournal postgres => (postgres, new PostgresDialect()),
        _ => throw new JournalException("Figures are counted in the database of a journal, and this journal has none. Use SQLite or PostgreSQL."),
    };
}
