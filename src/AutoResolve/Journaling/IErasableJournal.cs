namespace AutoResolve.Journaling;

/// <summary>A journal in which what was said in a case can be erased. All else in it is append-only.</summary>
public interface IErasableJournal : IJournal
{
    /// <summary>
    /// Puts what <see cref="JournalErasure.Erase"/> leaves of them in the place of all entries about a case, but for notes that it was
    /// erased. When an entry was written, its kind, label, keys and rule stay, and so does its place: figures count it as before.
    /// </summary>
    /// <param name="reference">The case.</param>
    /// <param name="cancellationToken">Ends the wait. All may be erased all the same.</param>
    /// <returns>How many entries were erased now.</returns>
    /// <exception cref="JournalException">It cannot be written.</exception>
    ValueTask<int> EraseAsync(CaseReference reference, CancellationToken cancellationToken = default);
}
