using AutoResolve.Journaling.Figures;

namespace AutoResolve.Journaling;

/// <summary>
/// A journal in a database, which also counts there, and in which what was said can be erased. Disposing of it writes what waits, and
/// closes its connections.
/// </summary>
public interface IDurableJournal : IErasableJournal, IFigureSource, IAsyncDisposable, IDisposable;
