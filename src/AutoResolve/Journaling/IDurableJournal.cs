using AutoResolve.Journaling.Figures;

namespace AutoResolve.Journaling;

/// <summary>
/// A journal in a database, which also counts there. Disposing of it writes what waits, and closes its connections.
/// </summary>
public interface IDurableJournal : IJournal, IFigureSource, IAsyncDisposable, IDisposable;
