namespace AutoResolve.Cli.Resolving;

/// <summary>Gives each resolution to two that take it.</summary>
internal sealed class BothSinks(IResolutionSink first, IResolutionSink second) : IResolutionSink
{
    public bool WritesAtOnce => first.WritesAtOnce || second.WritesAtOnce;

    public bool WantsExplanation => first.WantsExplanation || second.WantsExplanation;

    public void Add(Issue issue, Resolution resolution, Explanation? explanation)
    {
        first.Add(issue, resolution, explanation);
        second.Add(issue, resolution, explanation);
    }

    public void End()
    {
        first.End();
        second.End();
    }
}
