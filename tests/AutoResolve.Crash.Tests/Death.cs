namespace AutoResolve.Crash.Tests;

/// <summary>When a host dies.</summary>
/// <param name="Write">At which of its writes, counted from 1.</param>
/// <param name="WasWritten">Whether that one is written all the same.</param>
internal sealed record Death(int Write, bool WasWritten)
{
    public static readonly Death Never = new(int.MaxValue, false);
}
