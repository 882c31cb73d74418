using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Insights.Figures.Mapping;
using AutoResolve.Insights.History;
using AutoResolve.Journaling;
using AutoResolve.Privacy;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Figures;

/// <summary>Where the issues are that are counted: a journal in SQLite or PostgreSQL, or a history file.</summary>
internal sealed class FigureSource(
    string? file,
    string? postgres,
    string schema,
    IReadOnlyDictionary<string, string> columns,
    bool isDayFirst,
    FigureMap? map
)
{
    private static readonly byte[] SqliteHeader = "SQLite format 3\0"u8.ToArray();

    /// <summary>Its name in reports: of a file without its folder, which may be nobody's business.</summary>
    public string Name => file is not null ? Path.GetFileName(file) : $"PostgreSQL, schema {schema}";

    /// <summary>The file; null for PostgreSQL.</summary>
    public string? File => file;

    /// <param name="before">The rules that a journal keeps are those by which the last issue before this was decided.</param>
    /// <param name="calendarBy">Which issues, by the rules that are given or kept.</param>
    /// <param name="grace">The days of grace.</param>
    /// <param name="readsRules">Whether the rules that a journal keeps are wanted where none are given.</param>
    /// <param name="rulebook">The rules that are given; they say what each issue of a history is of.</param>
    /// <param name="terminal">The clock.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The figures, and the rules that are given or kept.</returns>
    /// <exception cref="CommandFailure">There is no such thing, or nothing in it can be used.</exception>
    public async Task<(FigureSet Figures, Rulebook? Rulebook)> ReadAsync(
        DateTimeOffset before,
        Func<Rulebook?, ReportingCalendar> calendarBy,
        int grace,
        bool readsRules,
        Rulebook? rulebook,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        if (!IsJournal())
            return (ReadHistory(calendarBy(rulebook), terminal.Time.GetUtcNow(), rulebook, cancellationToken), rulebook);
        await using var journal = JournalArguments.OpenRead(file, postgres, schema, terminal);
        try
        {
            if (readsRules)
                rulebook ??= await JournalRulebooks.FindLastAsync(journal, before, terminal.Time, cancellationToken);
            var calendar = calendarBy(rulebook);

            // On a thread of its own: SQLite counts without a pause in which Ctrl-C would be heard.
            var figures = await Task.Run(
                    () => JournalFigures.ReadAsync(journal, calendar, grace, terminal.Time.GetUtcNow(), cancellationToken),
                    cancellationToken
                )
                .WaitAsync(cancellationToken);
            return (figures, rulebook);
        }
        catch (JournalException exception)
        {
            throw CommandFailure.Environment(exception.Message);
        }
    }

    private bool IsJournal()
    {
        if (file is not null && !System.IO.File.Exists(file))
            throw CommandFailure.Environment(
                Directory.Exists(file)
                    ? $"'{SafeText.Line(file)}' is a folder; '--source' names a file."
                    : $"There is no file '{SafeText.Line(file)}'."
            );
        if (file is not null && !IsSqlite(file))
            return false;
        if (columns.Count > 0)
            throw CommandFailure.Usage("'--column' is for past issues; a journal knows what it holds.");
        if (isDayFirst)
            throw CommandFailure.Usage("'--day-first' is for past issues; a journal knows its dates.");
        return true;
    }

    private FigureSet ReadHistory(ReportingCalendar calendar, DateTimeOffset now, Rulebook? rulebook, CancellationToken cancellationToken)
    {
        HistoryColumns named;
        try
        {
            named = new HistoryColumns(columns);
        }
        catch (ArgumentException exception)
        {
            throw CommandFailure.Usage(exception.Message);
        }

        var history = new HistoryFile(file!, named)
        {
            Redactor = rulebook?.Redactor ?? new PersonalDataRedactor(),
            Zone = calendar.Zone,
            NeedsText = false,
            ReadsText = rulebook is not null,
            IsDayFirst = isDayFirst,
            Map = map,
        };
        return HistoryArguments.Guard(() => HistoryFigures.Read(history, calendar, now, rulebook, cancellationToken));
    }

    /// <summary>Whether a file is a database, such as a journal.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static bool IsSqlite(string path)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            var start = new byte[SqliteHeader.Length];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && start.AsSpan().SequenceEqual(SqliteHeader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("read", path, exception);
        }
    }
}
