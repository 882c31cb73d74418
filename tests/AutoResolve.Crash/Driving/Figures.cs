namespace AutoResolve.Crash.Driving;

/// <summary>What a run came to.</summary>
internal sealed class Figures
{
    public int Rounds { get; set; }
    public int Starts { get; set; }
    public int KilledInStart { get; set; }
    public int KilledInRecovery { get; set; }
    public int KilledAtWork { get; set; }
    public int Issues { get; set; }
    public int Deliveries { get; set; }
    public int Effects { get; set; }

    /// <summary>Effects that happened again, as idempotent ones may.</summary>
    public int Redone { get; set; }

    /// <summary>Actions of which nobody knows whether they were done; a person has them.</summary>
    public int InDoubt { get; set; }
    public int Escalated { get; set; }
    public int Approved { get; set; }
    public List<string> Violations { get; } = [];

    public int Kills => KilledInStart + KilledInRecovery + KilledAtWork;
}
