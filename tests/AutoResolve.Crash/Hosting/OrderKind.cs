namespace AutoResolve.Crash.Hosting;

/// <summary>What a host can be told to do.</summary>
internal enum OrderKind
{
    /// <summary>An issue is delivered with all its turns.</summary>
    Process = 0,

    /// <summary>One turn is delivered.</summary>
    Continue,

    /// <summary>A person approves.</summary>
    Approve,

    /// <summary>What no host works on any more is taken up.</summary>
    Recover,
}
