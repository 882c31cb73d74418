namespace AutoResolve.Sources.Watching;

/// <summary>What of a disk is watched: a file, or the rule files of a folder.</summary>
internal sealed class DiskTarget
{
    private readonly string _path;
    private readonly bool _isFolder;

    public DiskTarget(string path, bool isFolder) => (_path, _isFolder) = (path, isFolder);

    /// <summary>The clock by which files are written.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static DiskTarget OfFile(string path) => new(path, isFolder: false);

    public static DiskTarget OfFolder(string path) => new(path, isFolder: true);

    /// <summary>Looks at what is there.</summary>
    /// <param name="before">What was there before; null for the first look.</param>
    public DiskStamp Look(DiskStamp? before)
    {
        var survey = new DiskSurvey(before, Clock);
        var end = survey.Follow(_path);
        if (!_isFolder)
            survey.Add("", _path);
        else if (end is not null)
            AddFiles(survey);
        return survey.ToStamp(end);
    }

    /// <summary>Begins to listen for changes.</summary>
    /// <param name="stamp">What was there when it was last looked at.</param>
    /// <param name="listen">Listens.</param>
    /// <param name="changed">Called where something may have changed.</param>
    /// <param name="failed">Called where nothing more is told.</param>
    /// <exception cref="IOException">There is nothing to listen to, or the system does not let it.</exception>
    /// <exception cref="UnauthorizedAccessException">Somebody may not go there.</exception>
    public IDisposable Listen(DiskStamp stamp, DiskListening listen, Action changed, Action<Exception> failed)
    {
        // A file may be exchanged for another of its name.
        var file = stamp.End ?? Path.GetFullPath(_path);
        var folder = _isFolder ? stamp.End : Path.GetDirectoryName(file);
        if (folder is null)
            throw stamp.IsDenied ? new UnauthorizedAccessException() : new DirectoryNotFoundException();
        return listen(
            folder,
            _isFolder,
            name =>
            {
                if (name is null || (_isFolder ? RulePaths.MayMatter(name) : name == Path.GetFileName(file)))
                    changed();
            },
            failed
        );
    }

    private void AddFiles(DiskSurvey survey)
    {
        foreach (var entry in RuleFolder.Entries(_path).Take(SourceLimits.Default.MaxFiles + 1))
        {
            if (entry.IsLookalike)
                continue;
            if (entry.Problem is { } problem)
                survey.AddProblem(entry.Name, problem);
            else if (entry.IsFolder)
                survey.Follow(entry.Path);
            else
                survey.Add(entry.Name, entry.Path);
        }
    }
}
