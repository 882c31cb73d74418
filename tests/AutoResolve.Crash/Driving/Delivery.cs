using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>What was delivered, with the answer after which it was delivered no more.</summary>
/// <param name="Case">The case.</param>
/// <param name="Heard">What it says: <see cref="CaseStory.VersionId"/> and <see cref="CaseStory.TurnId"/>.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Delivery(string Case, IReadOnlyList<string> Heard, Reply Answer);
