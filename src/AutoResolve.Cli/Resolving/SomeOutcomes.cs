namespace AutoResolve.Cli.Resolving;

/// <summary>Passes on only resolutions of some outcomes.</summary>
/// <param name="inner">Takes them.</param>
/// <param name="outcomes">The outcomes.</param>
internal sealed class SomeOutcomes(IResolutionSink inner, IReadOnlySet<Outcome> outcomes) : IResolutionSink
{
    public bool WritesAtOnce => inner.WritesAtOnce;

    public bool WantsExplanation => inner.WantsExplanation;

    public void Add(Issue issue, Resolution resolution, Explanation? explanation)
    {
        if (outcomes.Contains(resolution.Outcome))
            inner.Add(issue, resolution, explanation);
    }

    public void End() => inner.End();
}
