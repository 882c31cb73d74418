namespace AutoResolve.Crash.Hosting;

/// <summary>A queue.</summary>
/// <param name="Name">The queue.</param>
/// <param name="Port">The broker's port on this machine.</param>
/// <param name="Concurrency">How many messages a host works on at once.</param>
internal sealed record QueueSettings(string Name, int Port, int Concurrency);
