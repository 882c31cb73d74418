namespace AutoResolve.Actions;

/// <summary>How the actions of one handler are carried out.</summary>
public sealed class HandlerOptions
{
    /// <summary>How long one attempt may take; after that the action is in doubt, or is tried again where the handler is idempotent.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long all attempts at an action may take together, the waits between them included.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an action that failed for now is tried again. Only for handlers that are idempotent.</summary>
    /// <value>Default: 3.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>How long to wait before the first retry; twice as long before each further one, with jitter.</summary>
    /// <value>Default: 500 milliseconds.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many actions of the handler run at once; others wait, at most <see cref="MaxWaiting"/> of them.</summary>
    /// <value>Default: 16.</value>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>How many actions may wait for one of <see cref="MaxConcurrency"/> to end; more fail.</summary>
    /// <value>Default: 1,000.</value>
    public int MaxWaiting { get; set; } = 1_000;

    /// <summary>The share of failed attempts, from 0 to 1, at which the handler is left alone for <see cref="BreakDuration"/>.</summary>
    /// <value>Default: 0.5.</value>
    public double BreakAtFailureShare { get; set; } = 0.5;

    /// <summary>The least number of attempts within 30 seconds before <see cref="BreakAtFailureShare"/> counts.</summary>
    /// <value>Default: 10.</value>
    public int BreakAfterAttempts { get; set; } = 10;

    /// <summary>How long a handler that keeps failing is left alone.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(30);
}
