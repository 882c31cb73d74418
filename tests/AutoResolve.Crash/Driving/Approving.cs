using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>One attempt to approve something.</summary>
/// <param name="Case">The case.</param>
/// <param name="Key">What was approved.</param>
/// <param name="Forbidden">Why it must be refused; null where it may be granted.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Approving(string Case, string Key, Forbidden? Forbidden, Reply Answer);
