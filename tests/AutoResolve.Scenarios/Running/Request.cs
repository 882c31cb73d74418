using AutoResolve.Scenarios.Hosting;

namespace AutoResolve.Scenarios.Running;

/// <summary>Something that a host is asked to do.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Case">The case that it is about; null where it is about none.</param>
/// <param name="Act">Asks a host. What became of it; null where nothing is told.</param>
/// <param name="CancelDuring">The handler during whose call the caller goes away.</param>
internal sealed record Request(
    string Name,
    CaseReference? Case,
    Func<StoryHost, CancellationToken, Task<Disposition?>> Act,
    string? CancelDuring = null
);
