namespace AutoResolve.Tests.Docs;

/// <summary>The files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AutoResolve.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder with AutoResolve.sln above " + AppContext.BaseDirectory);
    }
}
