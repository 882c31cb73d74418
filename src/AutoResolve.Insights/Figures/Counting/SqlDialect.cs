using AutoResolve.Journal;
using AutoResolve.Journaling;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>What the databases of journals say differently. Times are texts that sort, as <see cref="EntryRow"/> writes them.</summary>
internal abstract class SqlDialect
{
    /// <summary>Selects the decisions between <c>@first</c> and <c>@last</c>, with what their content holds as columns.</summary>
    public abstract string Decisions { get; }

    /// <summary>The last time that lies no more than <c>@grace</c> days of 24 hours after a time.</summary>
    public abstract string GraceAfter(string time);

    /// <summary>The seconds between two times.</summary>
    public abstract string SecondsBetween(string earlier, string later);

    /// <summary>A text in the content of an entry; null where it is not there.</summary>
    public abstract string TextIn(string content, params string[] path);

    /// <exception cref="JournalException">The journal is in no database.</exception>
    public static (GroupCommitJournal Journal, SqlDialect Dialect) Of(IJournal journal) => journal switch
    {
        SqliteJournal sqlite => (sqlite, new SqliteDialect()),
        PostgresJournal postgres => (postgres, new PostgresDialect()),
        _ => throw new JournalException("Figures are counted in the database of a journal, and this journal has none. Use SQLite or PostgreSQL."),
    };
}
