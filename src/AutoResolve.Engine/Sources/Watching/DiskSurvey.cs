using System.Security.Cryptography;

namespace AutoResolve.Sources.Watching;

/// <summary>Looks at what is on a disk, without reading it where that can be told otherwise.</summary>
/// <param name="before">What was there before; null for the first look.</param>
/// <param name="clock">The clock by which files are written.</param>
internal sealed class DiskSurvey(DiskStamp? before, TimeProvider clock)
{
    // As many as Linux follows.
    private const int MaxLinks = 40;

    // What is larger is no rule file, and is not read either.
    private const long MaxBytes = 64 * 1024 * 1024;

    // The coarsest times of file systems are those of FAT: two seconds.
    private static readonly TimeSpan Coarse = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, DiskMark> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiskFileMark> _files = new(StringComparer.Ordinal);

    /// <summary>Follows a path to its end, with the links on it.</summary>
    /// <returns>The path without links; null where it leads nowhere.</returns>
    public string? Follow(string path)
    {
        var full = Path.GetFullPath(path);
        var at = Path.GetPathRoot(full)!;
        var left = new Stack<string>();
        Push(full[at.Length..], left);
        for (var links = 0; left.TryPop(out var part); )
        {
            if (part is "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
                continue;
            }

            var next = Path.Join(at, part);
            var mark = Place(next);
            if (mark.Kind is DiskKind.Missing or DiskKind.Denied)
                return null;
            if (mark.Kind != DiskKind.Link)
            {
                at = next;
                continue;
            }

            if (mark.Target is not { } target || ++links > MaxLinks)
                return null;
            if (Path.IsPathRooted(target))
            {
                var root = Path.GetPathRoot(target)!;
                (target, at) = (target[root.Length..], Path.GetFullPath(root, at));
            }

            Push(target, left);
        }

        return at;
    }

    /// <summary>Looks at a file.</summary>
    /// <param name="name">Its name in the source.</param>
    /// <param name="path">Where it is; it may be a link.</param>
    public void Add(string name, string path)
    {
        var mark = DiskMark.Of(path);
        if (mark.Kind == DiskKind.Link)
            mark = Follow(path) is { } target ? Place(target) : default;
        var isFresh = IsFresh(mark);
        var isTold = !isFresh && before?.Files.GetValueOrDefault(name) is not { IsFresh: true };
        _files[name] = new DiskFileMark(mark, isFresh, isTold ? null : Content(path, mark));
    }

    /// <summary>What cannot be looked at.</summary>
    /// <param name="name">Its name in the source.</param>
    /// <param name="problem">Why.</param>
    public void AddProblem(string name, string problem) => _files[name] = new DiskFileMark(default, IsFresh: true, problem);

    /// <param name="end">Where the path to the source ends; null where it leads nowhere.</param>
    public DiskStamp ToStamp(string? end) => new(end, _places, _files);

    private DiskMark Place(string path)
    {
        if (!_places.TryGetValue(path, out var mark))
            _places[path] = mark = DiskMark.Of(path);
        return mark;
    }

    private static void Push(string path, Stack<string> left)
    {
        var parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Where(part => part != ".").Reverse())
            left.Push(part);
    }

    // A file that was written a moment ago may be written again with the same length and times.
    private bool IsFresh(in DiskMark mark) => Math.Max(mark.Written, mark.Changed) > (clock.GetUtcNow() - Coarse).UtcTicks;

    private static string Content(string path, in DiskMark mark)
    {
        if (mark.Kind != DiskKind.File || mark.Length is 0 or > MaxBytes)
            return "";
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexString(SHA256.HashData(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ReadingFailure.Describe(exception);
        }
    }
}
