namespace AutoResolve.Crash.Hosting;

/// <summary>What the host writes down about itself beside the journal: what was done to the world, and what the world was told.</summary>
internal sealed class HostFiles(string folder) : IDisposable
{
    /// <summary>One line for each effect: see <see cref="Effect"/>.</summary>
    public LineFile Effects { get; } = new(EffectsPath(folder));

    /// <summary>One line for each issue that a person was given: see <see cref="Escalation"/>.</summary>
    public LineFile Escalations { get; } = new(EscalationsPath(folder));

    /// <summary>The id of each issue, when it is delivered.</summary>
    public LineFile Deliveries { get; } = new(DeliveriesPath(folder));

    /// <summary>The id of each issue that needs no further delivery.</summary>
    public LineFile Acknowledged { get; } = new(AcknowledgedPath(folder));

    public static string EffectsPath(string folder) => Path.Combine(folder, "effects");

    public static string EscalationsPath(string folder) => Path.Combine(folder, "escalations");

    public static string DeliveriesPath(string folder) => Path.Combine(folder, "deliveries");

    public static string AcknowledgedPath(string folder) => Path.Combine(folder, "acknowledged");

    public void Dispose()
    {
        Effects.Dispose();
        Escalations.Dispose();
        Deliveries.Dispose();
        Acknowledged.Dispose();
    }
}
