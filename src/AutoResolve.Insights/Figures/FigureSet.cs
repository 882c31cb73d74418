namespace AutoResolve.Insights.Figures;

/// <summary>All counts of a period.</summary>
/// <param name="Calendar">The period and its parts.</param>
/// <param name="Cells">The issues of the period.</param>
/// <param name="Superseded">Decisions after which their issue was decided again: no issues of their own, but what they said counts for or
/// against their rules.</param>
/// <param name="Series">The issues of its days, and of the months before.</param>
/// <param name="Remarks">What a reader must know: records that could not be counted.</param>
internal sealed record FigureSet(
    ReportingCalendar Calendar,
    IReadOnlyList<FigureCell> Cells,
    IReadOnlyList<FigureCell> Superseded,
    IReadOnlyList<SeriesCell> Series,
    IReadOnlyList<string> Remarks
)
{
    /// <summary>What became of the cases of the period, and of the months before: each in exactly one cell. None of a history.</summary>
    public IReadOnlyList<CaseCell> Cases { get; init; } = [];

    /// <summary>Whether they are of a history: people dealt with its issues, and nothing says what rules did.</summary>
    public bool IsHistory { get; init; }

    /// <summary>
    /// From when on issues are known to be there, where that may be within the period: the first day of a journal or a history. Null
    /// where it has none.
    /// </summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>
    /// Until when issues are known to be there, where that is before now: a history ends with its newest issue. Null where it does not
    /// matter.
    /// </summary>
    public DateTimeOffset? KnownUntil { get; init; }

    /// <summary>The issues of the period, whatever a filter has left of them.</summary>
    public IReadOnlyList<FigureCell> Whole => Unfiltered ?? Cells;

    private IReadOnlyList<FigureCell>? Unfiltered { get; init; }

    public FigureSet Where(FigureFilter filter) =>
        this with
        {
            Unfiltered = Whole,
            Cells = Where(Cells, filter),
            Superseded = Where(Superseded, filter),
            Series = [.. Series.Where(cell => filter.Takes(cell.Key))],
            Cases = [.. Cases.Where(cell => filter.Takes(cell.Key))],
        };

    public static IReadOnlyList<FigureCell> Where(IReadOnlyList<FigureCell> cells, FigureFilter filter) =>
        [.. cells.Where(cell => filter.Takes(cell.Key))];
}
