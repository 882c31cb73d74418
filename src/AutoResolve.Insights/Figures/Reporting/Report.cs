using System.Text;
using AutoResolve.Insights.Figures.Mapping;
using AutoResolve.Insights.Figures.Reporting.Html;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>
/// The figures of a month or another period, against a baseline: tables, charts and findings, to be written as a page, as Markdown, as
/// JSON or as tables for spreadsheets.
/// </summary>
public sealed class Report
{
    private static readonly UTF8Encoding Utf8 = new(false);

    // Without it, spreadsheets read UTF-8 as the code page of their country.
    private const string Mark = "\uFEFF";

    internal Report(
        string title,
        IReadOnlyList<string> about,
        IReadOnlyList<ReportSection> lead,
        IReadOnlyList<Highlight> highlights,
        IReadOnlyList<KeyFinding> findings,
        IReadOnlyList<ReportSection> sections,
        ReportInput input
    )
    {
        (Title, About, Lead, Highlights, Findings, Sections) = (title, about, lead, highlights, findings, sections);
        Input = input;
    }

    /// <summary>The names of the tables that <see cref="Tables"/> has, always these.</summary>
    public static IReadOnlyList<string> TableNames { get; } = [.. SpreadsheetExport.Names, SpreadsheetExport.AboutName];

    /// <summary>What it is of, and of when.</summary>
    public string Title { get; }

    /// <summary>Where the figures are from and how they were counted.</summary>
    public IReadOnlyList<string> About { get; }

    /// <summary>Which issues count, by the names that figures have.</summary>
    public FigureFilter Filter => Input.Filter;

    /// <summary>How many issues count.</summary>
    public long Issues => Input.Figures.Cells.Sum(cell => cell.Counts.Issues);

    /// <summary>Answers of which it is not known yet whether they stand.</summary>
    public long Pending => Input.Figures.Cells.Sum(cell => cell.Counts.Pending);

    /// <summary>Whether nothing of it will change: the days of grace have passed for all answers.</summary>
    public bool IsFinal => Input.IsFinal;

    /// <summary>The first day of the period of which issues are known.</summary>
    public DateOnly FirstDay => DayOf(Input.KnownSince);

    /// <summary>The last day of the period of which issues are known.</summary>
    public DateOnly LastDay => DayOf(Input.IsOver ? Input.Figures.Calendar.Period.To.AddTicks(-1) : Input.LastKnown);

    /// <summary>How many days of the period are known.</summary>
    public double Days => Input.Length;

    /// <summary>Whether these are all days of the period.</summary>
    public bool IsWhole => Input.Length >= Input.Figures.Calendar.Length;

    /// <summary>What a reader must know: what could not be counted.</summary>
    public IReadOnlyList<string> Remarks => Input.Figures.Remarks;

    /// <summary>The teams of its issues and of its baseline, in order.</summary>
    public IReadOnlyList<string> Teams =>
        [
            .. Input
                .Figures.Cells.Concat(Input.Baseline?.Cells ?? [])
                .Select(cell => cell.Key.Team)
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// The map to fill in, where people are compared with rules and a name of people is on no map and of no rule. Null where none is
    /// missing. Until it is filled in, such issues are compared with nothing.
    /// </summary>
    public MapDraft? MissingNames { get; internal init; }

    /// <summary>The tables for a spreadsheet: totals, topics, subtopics, statuses, feedback, volume by day, and what they are of.</summary>
    public IReadOnlyList<ReportTable> Tables => [.. SpreadsheetExport.Of(Input), SpreadsheetExport.About(this)];

    internal IReadOnlyList<ReportSection> Lead { get; }

    internal IReadOnlyList<Highlight> Highlights { get; }

    internal IReadOnlyList<KeyFinding> Findings { get; }

    internal IReadOnlyList<ReportSection> Sections { get; }

    internal ReportInput Input { get; }

    /// <summary>Counts the issues of a month and makes its report.</summary>
    /// <param name="source">Where the issues are.</param>
    /// <param name="month">Any day of the month.</param>
    /// <param name="options">Which issues count and what they are compared with. Default: all, with nothing.</param>
    /// <param name="timeProvider">The clock. Default: that of the system.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The month has not begun or is too long ago, or the options do not fit the baseline.</exception>
    /// <exception cref="FigureException">Nothing is known of the month, or the baseline has nothing to compare with.</exception>
    /// <exception cref="FigureMapException">The map has names that no rule has.</exception>
    /// <exception cref="Intake.History.HistoryException">Nothing in the history can be used.</exception>
    /// <exception cref="Journaling.JournalException">The journal cannot be read.</exception>
    /// <exception cref="IOException">The history cannot be read.</exception>
    public static Task<Report> BuildAsync(
        FigureSource source,
        DateOnly month,
        ReportOptions? options = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return MonthReport.BuildAsync(
            source,
            new DateOnly(month.Year, month.Month, 1),
            (options ?? new ReportOptions()).Checked(),
            timeProvider ?? TimeProvider.System,
            cancellationToken
        );
    }

    /// <summary>The report of one team alone, with nothing of the others.</summary>
    /// <param name="team">One of <see cref="Teams"/>.</param>
    public Report OfTeam(string team)
    {
        ArgumentNullException.ThrowIfNull(team);
        return ReportBuilder.Build(MonthReport.Title(Input.Figures.Calendar, team), Input.OfTeam(team));
    }

    /// <summary>
    /// The name of the file for a team's page: the same for the same team and month, whatever other teams there are, and never that of
    /// another team.
    /// </summary>
    /// <param name="team">One of <see cref="Teams"/>.</param>
    public string PageName(string team)
    {
        ArgumentNullException.ThrowIfNull(team);
        return TeamPage.Name(team, Input.Figures.Calendar);
    }

    /// <summary>Writes it as one page that needs nothing else.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteHtmlAsync(Stream stream, CancellationToken cancellationToken = default) =>
        WriteAsync(stream, HtmlReport.Write(this), cancellationToken);

    /// <summary>Writes it as Markdown.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteMarkdownAsync(Stream stream, CancellationToken cancellationToken = default) =>
        WriteAsync(stream, MarkdownReport.Write(this), cancellationToken);

    /// <summary>Writes it as JSON, with all counts; <see cref="Baseline.Read"/> reads it.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteJsonAsync(Stream stream, CancellationToken cancellationToken = default) =>
        WriteAsync(stream, JsonReport.Write(this), cancellationToken);

    /// <summary>Writes its tables as CSV, one below the other.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteCsvAsync(Stream stream, CancellationToken cancellationToken = default) =>
        WriteAsync(stream, Mark + CsvTable.Write(SpreadsheetExport.InOne(this)), cancellationToken);

    internal static Task WriteTableAsync(ReportTable table, Stream stream, CancellationToken cancellationToken) =>
        WriteAsync(stream, Mark + CsvTable.Write(table.Rows), cancellationToken);

    private static async Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await stream.WriteAsync(Utf8.GetBytes(text), cancellationToken).ConfigureAwait(false);
    }

    private DateOnly DayOf(DateTimeOffset time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Input.Figures.Calendar.Zone).DateTime);
}
