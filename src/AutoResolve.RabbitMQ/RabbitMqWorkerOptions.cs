namespace AutoResolve.RabbitMQ;

/// <summary>How a worker takes messages. Read once at start.</summary>
public sealed class RabbitMqWorkerOptions
{
    private static readonly TimeSpan[] DefaultDelays =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
    ];

    /// <summary>How many messages are worked on at once. A journal writes what many of them want at once in one commit.</summary>
    /// <value>1 to 1024. Default: 64.</value>
    public int Concurrency { get; set; } = 64;

    /// <summary>How many messages the broker hands out before they are acknowledged; those that are not worked on wait in memory.</summary>
    /// <value>At least <see cref="Concurrency"/>, at most 10,000. Default: 128.</value>
    public int Prefetch { get; set; } = 128;

    /// <summary>
    /// How often a message is handed out again because whoever had it was gone, before a person gets it. Read where the queue is created.
    /// </summary>
    /// <value>1 to 1000. Default: 20.</value>
    public int DeliveryLimit { get; set; } = 20;

    /// <summary>
    /// How long a message waits before each further try, where it was not done: its case is being worked on elsewhere, or something
    /// unexpected happened. After the last a person gets it.
    /// </summary>
    /// <value>At most 20, each 100 milliseconds to 1 day. Empty, the default, is read as 1 s, 5 s, 30 s, 2 min, 10 min.</value>
    public IList<TimeSpan> RetryDelays { get; } = [];

    /// <summary>The longest message that is read; a person gets what is longer.</summary>
    /// <value>1 KiB to 64 MiB. Default: 1 MiB.</value>
    public int MaxMessageBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How long what a person got is kept as it came, in the queue that ends in <c>.parked</c>. It holds what people wrote.
    /// Read where the queue is created.
    /// </summary>
    /// <value>1 minute to 366 days. Default: 30 days.</value>
    public TimeSpan KeepParked { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether what became of each message is published to the exchange that ends in <c>.dispositions</c>.</summary>
    /// <value>Default: true.</value>
    public bool PublishesDispositions { get; set; } = true;

    /// <summary>Whether the worker creates what is missing of queues and exchanges. Where false somebody else does, as the guide says, and
    /// the worker only makes sure that they are there.</summary>
    /// <value>Default: true.</value>
    public bool CreatesQueues { get; set; } = true;

    internal IReadOnlyList<TimeSpan> Delays => RetryDelays.Count > 0 ? [.. RetryDelays] : DefaultDelays;
}
