namespace AutoResolve.Sources;

/// <summary>Follows links through the files of a commit.</summary>
/// <param name="entries">All that it holds, folders apart.</param>
/// <param name="read">Reads where a link leads, by its hash.</param>
internal sealed class GitLinks(IReadOnlyList<GitEntry> entries, Func<string, string?> read)
{
    // As many as Linux follows.
    private const int MaxLinks = 40;

    private readonly Dictionary<string, GitEntry> _entries = entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);

    private readonly HashSet<string> _folders = [.. entries.SelectMany(entry => FoldersOf(entry.Path))];

    /// <returns>The file or folder that is reached; null where that is nothing, or out of the repository.</returns>
    public GitEntry? Follow(string path)
    {
        var left = new Stack<string>(path.Split('/').Reverse());
        List<string> at = [];
        var links = 0;
        while (left.TryPop(out var part))
        {
            if (part is "" or ".")
                continue;
            if (part == "..")
            {
                if (at.Count == 0)
                    return null;
                at.RemoveAt(at.Count - 1);
                continue;
            }

            at.Add(part);
            if (At(at) is not { } reached || (!reached.IsFolder && !reached.IsLink && left.Count > 0))
                return null;
            if (!reached.IsLink)
                continue;
            if (++links > MaxLinks || read(reached.Hash) is not { } target || target.StartsWith('/'))
                return null;
            at.RemoveAt(at.Count - 1);
            foreach (var next in target.Split('/').Reverse())
                left.Push(next);
        }

        return At(at);
    }

    private GitEntry? At(List<string> parts)
    {
        var path = string.Join('/', parts);
        return _entries.GetValueOrDefault(path) ?? (path.Length == 0 || _folders.Contains(path) ? GitEntry.FolderAt(path) : null);
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }
}
