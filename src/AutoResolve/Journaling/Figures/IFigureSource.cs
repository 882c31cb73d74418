namespace AutoResolve.Journaling.Figures;

/// <summary>
/// What a journal counts of itself for reports, so that its entries need not be read one by one. A journal that does not implement it is
/// counted from its entries (<see cref="EntryFigureSource"/>), which keeps those of the time in memory.
/// </summary>
public interface IFigureSource
{
    /// <summary>Counts the issues that came in a time. Writes and creates nothing.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends counting.</param>
    /// <exception cref="JournalException">There is no journal, or it cannot be read.</exception>
    ValueTask<IssueFigures> CountIssuesAsync(FigureQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the decisions, dispositions, feedback, events and undecided turns of the cases that came in a time, one issue after the
    /// other, those of one in the order in which they were written; several cases of one issue id may be mixed. Of a case that came before
    /// there is nothing. Feedback and events need not have their content. Writes and creates nothing.
    /// </summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="JournalException">There is no journal, or it cannot be read.</exception>
    IAsyncEnumerable<JournalEntry> ReadByCaseAsync(FigureQuery query, CancellationToken cancellationToken = default);
}
