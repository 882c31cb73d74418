namespace AutoResolve.Crash.Hosting;

/// <summary>What may happen to a host.</summary>
internal enum FaultKind
{
    /// <summary>It was killed while it worked.</summary>
    KilledAtWork = 0,

    /// <summary>It was killed before it took up what others had left.</summary>
    KilledInStart,

    /// <summary>It was killed while it took up, at its start, what others had left.</summary>
    KilledInRecovery,

    /// <summary>It was killed while it carried out what was approved.</summary>
    KilledInApproval,

    /// <summary>It was stopped beyond its lease, and continued.</summary>
    Stopped,

    /// <summary>Its connections to the journal were cut.</summary>
    Cut,

    /// <summary>The connections of all hosts were cut.</summary>
    AllCut,

    /// <summary>The broker was killed, and started again.</summary>
    BrokerKilled,

    /// <summary>The connections of all hosts to the broker were cut.</summary>
    BrokerCut,

    /// <summary>The database server crashed, and was started again.</summary>
    DatabaseCrashed,

    /// <summary>The disk of the database server was full for a time.</summary>
    DiskFull,

    /// <summary>Not done by the run: the machine was so busy that the host stood still, or its journal did not answer for long.</summary>
    Stalled,

    /// <summary>Not done by the run: the host's journal failed.</summary>
    JournalFailed,
}
