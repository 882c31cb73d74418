namespace AutoResolve.Cli.Resolving;

/// <summary>Takes resolutions as they are made.</summary>
internal interface IResolutionSink
{
    /// <summary>Whether a progress bar would disturb what it writes.</summary>
    bool WritesAtOnce { get; }

    /// <summary>Whether it wants the next resolution explained.</summary>
    bool WantsExplanation { get; }

    /// <param name="issue">The issue.</param>
    /// <param name="resolution">What was decided.</param>
    /// <param name="explanation">Why; null where that was not wanted.</param>
    void Add(Issue issue, Resolution resolution, Explanation? explanation);

    /// <summary>Called once, after the last.</summary>
    void End();
}
