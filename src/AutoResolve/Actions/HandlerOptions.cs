namespace AutoResolve.Actions;

/// <summary>How the actions of one handler are carried out. All of these are read once at start.</summary>
public sealed class HandlerOptions
{
    /// <summary>
    /// How long one attempt may take; after that the action is in doubt, or is tried again where the handler is idempotent.
    /// </summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long all attempts at an action may take together, waits between them included, the wait for its turn not.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an action that failed for now is tried again. Only for handlers that are idempotent.</summary>
    /// <value>Default: 3.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>How long to wait before the first retry; twice as long before each further one, with jitter.</summary>
    /// <value>Default: 500 milliseconds.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many actions of the handler run at once. However many come, the others wait in order, each at most
    /// <see cref="MaxWait"/>. The webhook counts for each host that it calls.</summary>
    /// <value>Default: 16.</value>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>How long an action may wait until it is one of <see cref="MaxConcurrency"/>, and until its handler is no longer left alone.
    /// After that it has failed, and the handler is not called.</summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The share of failed attempts, from 0 to 1, at which the handler is left alone for <see cref="BreakDuration"/>. Timeouts
    /// have failed, and what the handler itself calls transient; what it throws does not count. At least three issues must have failed, so
    /// that none can keep the handler from the others.</summary>
    /// <value>Default: 0.5.</value>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>The least number of attempts within 30 seconds before <see cref="FailureRatio"/> counts.</summary>
    /// <value>Default: 10.</value>
    public int MinimumThroughput { get; set; } = 10;

    /// <summary>How long a handler that keeps failing is left alone.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(30);
}
