namespace AutoResolve.Crash.Hosting;

/// <summary>
/// What a host writes down about itself beside the journal. Each has files of its own: it appends where it believes the end to be.
/// </summary>
internal sealed class HostFiles(HostSettings settings) : IDisposable
{
    private const string CallsEnding = ".calls";
    private const string StallsEnding = ".stalls";

    /// <summary>What was done to the world.</summary>
    public LineFile Calls { get; } = new(Path.Combine(settings.Folder, settings.Name + CallsEnding));

    /// <summary>When the host stood still, or could not reach its journal.</summary>
    public LineFile Stalls { get; } = new(Path.Combine(settings.Folder, settings.Name + StallsEnding));

    public static IEnumerable<Call> ReadCalls(string folder) => LineFile.ReadAll<Call>(folder, CallsEnding);

    public static IEnumerable<Fault> ReadStalls(string folder) => LineFile.ReadAll<Fault>(folder, StallsEnding);

    public void Dispose()
    {
        Calls.Dispose();
        Stalls.Dispose();
    }
}
