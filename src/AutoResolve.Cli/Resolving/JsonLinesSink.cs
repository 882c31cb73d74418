using AutoResolve.Cli.Output;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Resolving;

/// <summary>One resolution a line.</summary>
internal sealed class JsonLinesSink(Screen screen, bool withExplanation) : IResolutionSink
{
    public bool WritesAtOnce => screen.IsTerminal;

    public bool WantsExplanation => withExplanation;

    // At once: the issues may come in one by one, and what reads the resolutions waits for them.
    public void Add(Issue issue, Resolution resolution, Explanation? explanation)
    {
        JsonOutput.WriteLine(ResolutionJson.Of(resolution, explanation), screen);
        screen.Flush();
    }

    public void End() { }
}
