using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>A stop that this host was told, and not told otherwise.</summary>
/// <param name="Number">Its place among all that this host was told about stops.</param>
/// <param name="Name">What is stopped: a rule, or all of them.</param>
/// <param name="Entry">What is written of it.</param>
/// <param name="IsWritten">Whether the journal said that it holds it.</param>
/// <param name="IsRead">Whether it was read in the journal. From then on the resumes of other hosts that follow there lift it.</param>
internal sealed record OwnStop(long Number, string Name, JournalEntry Entry, bool IsWritten = false, bool IsRead = false);
