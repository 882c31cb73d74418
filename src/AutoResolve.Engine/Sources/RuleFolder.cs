namespace AutoResolve.Sources;

/// <summary>What is in a folder of rules.</summary>
internal static class RuleFolder
{
    // A link may lead in a circle.
    public const string IsLink = "it is a link to another folder, and such links are not followed; put the files here";

    /// <summary>The rule files of a folder and its sub-folders, what may be taken for one, these sub-folders, and what cannot be looked
    /// at.</summary>
    public static IEnumerable<RuleFolderEntry> Entries(string folder)
    {
        var left = new Stack<RuleFolderEntry>([new RuleFolderEntry("", folder, IsFolder: true)]);
        while (left.TryPop(out var next))
        {
            foreach (var entry in Entries(next))
            {
                if (entry.IsFolder)
                    left.Push(entry);
                yield return entry;
            }
        }
    }

    private static List<RuleFolderEntry> Entries(RuleFolderEntry folder)
    {
        List<RuleFolderEntry> entries = [];
        try
        {
            foreach (var info in new DirectoryInfo(folder.Path).EnumerateFileSystemInfos())
            {
                var entry = new RuleFolderEntry(folder.IsRoot ? info.Name : $"{folder.Name}/{info.Name}", info.FullName);
                if (info is not DirectoryInfo)
                {
                    if (RulePaths.IsRuleFileName(info.Name))
                        entries.Add(entry);
                    else if (RulePaths.LooksLikeRuleFile(info.Name))
                        entries.Add(entry with { IsLookalike = true });
                }
                else if (RulePaths.HasRules(info.Name))
                {
                    entries.Add(info.LinkTarget is null ? entry with { IsFolder = true } : entry with { Problem = IsLink });
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            entries.Add(folder with { IsFolder = false, Problem = ReadingFailure.Describe(exception) });
        }

        return entries;
    }
}

/// <summary>Something in a folder of rules.</summary>
/// <param name="Name">Its path within the folder.</param>
/// <param name="Path">Its path.</param>
/// <param name="IsFolder">Whether it is a sub-folder; else it is a file.</param>
/// <param name="Problem">Why it cannot be looked at; null where it can.</param>
internal sealed record RuleFolderEntry(string Name, string Path, bool IsFolder = false, string? Problem = null)
{
    /// <summary>Whether it is a file that may be taken for a rule file, and is none.</summary>
    public bool IsLookalike { get; init; }

    public bool IsRoot => Name.Length == 0;
}
