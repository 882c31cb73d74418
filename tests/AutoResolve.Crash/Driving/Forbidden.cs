namespace AutoResolve.Crash.Driving;

/// <summary>Why something can be approved no more.</summary>
internal enum Forbidden
{
    /// <summary>It was approved before.</summary>
    Approved = 0,

    /// <summary>A later turn was decided since.</summary>
    Stale,

    /// <summary>The time is over, by the clock of the host that is asked, or of one that has written so.</summary>
    Expired,
}
