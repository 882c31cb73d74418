namespace AutoResolve.Cli.Resolving;

/// <summary>Takes resolutions as they are made.</summary>
internal interface IResolutionSink
{
    /// <summary>Whether a progress bar would disturb what it writes.</summary>
    bool WritesAtOnce { get; }

    void Add(Issue issue, Resolution resolution);

    /// <summary>Called once, after the last.</summary>
    void End();
}
