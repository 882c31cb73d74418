namespace AutoResolve.Insights.Figures;

/// <summary>All counts of a period.</summary>
/// <param name="Calendar">The period and its parts.</param>
/// <param name="Cells">The issues of the period.</param>
/// <param name="Series">The issues of its days, and of the months before.</param>
/// <param name="Remarks">What a reader must know: records that could not be counted.</param>
internal sealed record FigureSet(ReportingCalendar Calendar, IReadOnlyList<FigureCell> Cells, IReadOnlyList<SeriesCell> Series, IReadOnlyList<string> Remarks)
{
    public FigureSet Where(FigureFilter filter) => this with
    {
        Cells = [.. Cells.Where(cell => filter.Takes(cell.Key.Type, cell.Key.Team, cell.Key.Channel, cell.Key.Product))],
        Series = [.. Series.Where(cell => filter.Takes(cell.Type, cell.Team, cell.Channel, cell.Product))],
    };
}
