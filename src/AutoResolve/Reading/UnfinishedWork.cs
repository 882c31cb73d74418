using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>What was begun in a journal and is not finished.</summary>
public abstract record UnfinishedWork
{
    private protected UnfinishedWork() { }
}

/// <summary>
/// An action, a decision that is being carried out, an approval. A host may be at work on it; else a running host takes it up, or it
/// waits for a person.
/// </summary>
/// <param name="Entry">The entry that is open.</param>
public sealed record UnfinishedEntry(JournalEntry Entry) : UnfinishedWork;

/// <summary>A case of which turns wait. A running host decides them, or gives them to a person.</summary>
/// <param name="Case">The case.</param>
/// <param name="Due">When they are taken up.</param>
/// <param name="IsKnown">Whether the case itself is known, so that they are only to be decided; else they wait for it.</param>
public sealed record WaitingTurns(CaseRecord Case, DateTimeOffset Due, bool IsKnown) : UnfinishedWork;

/// <summary>A case whose time has passed. A running host takes it up.</summary>
/// <param name="Case">The case.</param>
/// <param name="Due">Until when something was waited for.</param>
public sealed record OverdueCase(CaseRecord Case, DateTimeOffset Due) : UnfinishedWork;
