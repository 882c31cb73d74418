namespace AutoResolve.Actions;

/// <summary>How far actions go.</summary>
public sealed class ActionOptions
{
    /// <summary>How far automation goes. May change while the host runs.</summary>
    /// <value>Default: <see cref="OperatingMode.Active"/>.</value>
    public OperatingMode Mode { get; set; } = OperatingMode.Active;

    /// <summary>
    /// The highest safety class that runs without a person's approval. What is irreversible never does, whatever this says.
    /// May change while the host runs.
    /// </summary>
    /// <value>Default: <see cref="ActionSafety.Reversible"/>.</value>
    public ActionSafety SafetyCeiling { get; set; } = ActionSafety.Reversible;

    /// <summary>Whether handlers only rehearse. Nothing is carried out; handlers that cannot rehearse are not called. May change while
    /// the host runs.</summary>
    /// <value>Default: false.</value>
    public bool DryRun { get; set; }

    /// <summary>
    /// How long a host holds a case without a sign of life before another may take it up. It is renewed while a handler runs. By the
    /// journal's clock. May change while the host runs.
    /// </summary>
    /// <value>1 second to 1 hour. Default: 30 seconds.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many cases are worked on at once; more deliveries wait in the order in which they came. Read
    /// once at start.</summary>
    /// <value>Default: 256.</value>
    public int MaxConcurrentCases { get; set; } = 256;

    /// <summary>
    /// How long a delivery waits for its turn, behind others or for another host that works on its case, before a person gets it.
    /// May change while the host runs.
    /// </summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether a person gets what cannot be written down: the journal cannot be used, or a delivery has waited for
    /// <see cref="MaxWait"/>. Where false nobody is told, and the delivery is <see cref="DispositionStatus.UnderWay"/>: for whoever keeps
    /// what has not ended and delivers it again, such as a queue. What ends unexpectedly is under way then, too. May change while the host
    /// runs.
    /// </summary>
    /// <value>Default: true.</value>
    public bool EscalatesUnwritten { get; set; } = true;

    /// <summary>How long a turn waits for its case, which may come later, before a person gets it. May change while the host runs, for
    /// turns that come then.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan WaitForCase { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an action can be approved. May change while the host runs, for requests that are made then.</summary>
    /// <value>Default: 7 days.</value>
    public TimeSpan ApprovalExpiry { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How long a host that stops, or whose services are disposed of, waits for what it has begun. What has not ended then is taken up by
    /// another, or after the next start.
    /// May change while the host runs.
    /// </summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often what other hosts on the same journal wrote about stops and demotions is read, and what is unfinished in it looked for.
    /// Read once at start.
    /// </summary>
    /// <value>100 milliseconds to 1 day. Default: 5 seconds.</value>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(5);
}
