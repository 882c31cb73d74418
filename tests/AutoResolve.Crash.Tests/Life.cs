using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Tests;

/// <summary>What hosts live for.</summary>
/// <param name="Story">What is written in the case.</param>
/// <param name="Orders">What they are told, in order.</param>
/// <param name="IsSlow">Whether the journal is so slow that leases must be renewed.</param>
internal sealed record Life(CaseStory Story, IReadOnlyList<Order> Orders, bool IsSlow = false);
