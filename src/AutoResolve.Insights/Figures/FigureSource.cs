using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Intake;
using AutoResolve.Intake.History;
using AutoResolve.Journaling;
using AutoResolve.Privacy;
using AutoResolve.Reading;

namespace AutoResolve.Insights.Figures;

/// <summary>Where the issues are that a report counts: a journal, or a history file.</summary>
public sealed class FigureSource
{
    private readonly IJournal? _journal;
    private readonly string? _path;
    private readonly ReadingOptions _reading;

    private FigureSource(string name, IJournal? journal, string? path, ReadingOptions? reading) =>
        (Name, _journal, _path, _reading) = (name, journal, path, reading ?? new ReadingOptions());

    /// <summary>Its name in reports.</summary>
    public string Name { get; }

    /// <summary>A journal; it is only read, and stays open.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="name">Its name in reports.</param>
    public static FigureSource Journal(IJournal journal, string name)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(name);
        return new FigureSource(name, journal, null, null);
    }

    /// <summary>A history: JSON, CSV, mails or an Excel workbook. In reports it has the name of its file, without the folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reading">How it is read; dates that name no zone are in that of the report. Default: as its name and beginning
    /// show.</param>
    public static FigureSource History(string path, ReadingOptions? reading = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new FigureSource(Path.GetFileName(path), null, path, reading);
    }

    /// <param name="before">The rules that a journal keeps are those by which the last issue before this was decided.</param>
    /// <param name="calendarBy">The calendar in a zone.</param>
    /// <param name="readsRules">Whether the rules that a journal keeps are wanted where none are given.</param>
    /// <param name="options">How issues are counted.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The figures of all issues, and the rules that are given or kept.</returns>
    internal async Task<(FigureSet Figures, Rulebook? Rulebook)> ReadAsync(
        DateOnly before,
        Func<TimeZoneInfo, ReportingCalendar> calendarBy,
        bool readsRules,
        ReportOptions options,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        var (rulebook, now) = (options.Rulebook, timeProvider.GetUtcNow());
        if (_journal is null)
            return (Count(calendarBy(options.ZoneBy(rulebook)), now, options, cancellationToken), rulebook);
        if (readsRules)
            rulebook ??= await JournalRulebooks
                .FindLastAsync(_journal, new DateTimeOffset(before, TimeOnly.MinValue, TimeSpan.Zero), timeProvider, cancellationToken)
                .ConfigureAwait(false);
        var calendar = calendarBy(options.ZoneBy(rulebook));
        return (await JournalFigures.ReadAsync(_journal, calendar, options.Grace, now, cancellationToken).ConfigureAwait(false), rulebook);
    }

    private FigureSet Count(ReportingCalendar calendar, DateTimeOffset now, ReportOptions options, CancellationToken cancellationToken)
    {
        var history = new HistoryFile(_path!, _reading with { Zone = calendar.Zone })
        {
            Redactor = options.Rulebook?.Redactor ?? new PersonalDataRedactor(),
            NeedsText = false,
            ReadsText = options.Rulebook is not null,
            Names = options.Map?.Names,
        };
        return HistoryFigures.Read(history, calendar, now, options.Rulebook, cancellationToken);
    }
}
