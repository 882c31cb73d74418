namespace AutoResolve.Scenarios.Faults;

internal enum FaultKind
{
    /// <summary>The host dies before anything is written.</summary>
    DiesBefore,

    /// <summary>The host dies when it is written and does not know it yet.</summary>
    DiesAfter,

    /// <summary>It throws, and nothing was written.</summary>
    ThrowsUnwritten,

    /// <summary>It throws, and all was written.</summary>
    ThrowsWritten,

    /// <summary>All is written, and the answer is lost on the way: it throws after as long as a journal waits for one.</summary>
    LosesAnswer,
}
