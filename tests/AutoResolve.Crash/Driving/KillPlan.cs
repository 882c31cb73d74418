namespace AutoResolve.Crash.Driving;

/// <summary>When a host is killed.</summary>
/// <param name="After">What it has said by then; null for nothing.</param>
/// <param name="Delay">How long after that.</param>
internal sealed record KillPlan(string? After, TimeSpan Delay)
{
    private const int StartMilliseconds = 800;
    private const int RecoveryMilliseconds = 150;
    private const int WorkMilliseconds = 800;

    /// <summary>Mostly while it works; else while it starts, or while it takes up what the one before left.</summary>
    public static KillPlan Draw(Random random) => random.Next(10) switch
    {
        0 => new KillPlan(null, Milliseconds(random, StartMilliseconds)),
        <= 3 => new KillPlan(Hosting.CrashHost.Recovering, Milliseconds(random, RecoveryMilliseconds)),
        _ => new KillPlan(Hosting.CrashHost.Ready, Milliseconds(random, WorkMilliseconds)),
    };

    private static TimeSpan Milliseconds(Random random, int most) => TimeSpan.FromMilliseconds(random.NextDouble() * most);
}
