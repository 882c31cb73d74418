namespace AutoResolve.Crash.Hosting;

/// <summary>What each handler is told.</summary>
/// <param name="Issue">The id of the issue.</param>
internal sealed record Target(string Issue);
