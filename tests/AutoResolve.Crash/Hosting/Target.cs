namespace AutoResolve.Crash.Hosting;

/// <summary>What each handler is told.</summary>
/// <param name="Step">Which turn asked for it.</param>
internal sealed record Target(string Step);
