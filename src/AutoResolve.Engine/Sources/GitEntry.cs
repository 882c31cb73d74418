namespace AutoResolve.Sources;

/// <summary>What a commit holds at a path.</summary>
/// <param name="Mode">What git calls its mode.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Path">Its path.</param>
internal sealed record GitEntry(string Mode, string Hash, string Path)
{
    private const string Folder = "040000";

    /// <summary>Whether it leads elsewhere.</summary>
    public bool IsLink => Mode == "120000";

    /// <summary>Whether it is another repository.</summary>
    public bool IsSubmodule => Mode == "160000";

    /// <summary>Whether it is a folder, of this repository or another.</summary>
    public bool IsFolder => Mode == Folder || IsSubmodule;

    public static GitEntry FolderAt(string path) => new(Folder, "", path);

    /// <summary>Reads what <c>git ls-tree -z</c> gives.</summary>
    public static IEnumerable<GitEntry> Parse(string list)
    {
        foreach (var line in list.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var head = line[..tab].Split(' ');
            yield return new GitEntry(head[0], head[2], line[(tab + 1)..]);
        }
    }
}
