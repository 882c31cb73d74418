using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Resolving;

/// <summary>Counts what was decided.</summary>
internal sealed class SummarySink(Screen screen) : IResolutionSink
{
    private readonly OutcomeSummary _summary = new();

    public bool WritesAtOnce => false;

    public bool WantsExplanation => false;

    public void Add(Issue issue, Resolution resolution, Explanation? explanation) => _summary.Add(resolution);

    public void End() => _summary.Write(screen);
}
