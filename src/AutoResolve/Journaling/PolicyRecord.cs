namespace AutoResolve.Journaling;

/// <summary>What a rule says about how its actions are carried out, as the journal keeps it.</summary>
/// <param name="UndoOnFailure">Whether actions that succeeded are taken back when a later one does not.</param>
/// <param name="Window">The time in which the actions are carried out once; null for any number.</param>
/// <param name="Groups">By which entries are found that count in that time, the one that is written first; empty where that is not
/// known.</param>
internal sealed record PolicyRecord(bool UndoOnFailure, TimeSpan? Window, IReadOnlyList<string> Groups);
