using AutoResolve.Cli.Running;
using AutoResolve.Rules;

namespace AutoResolve.Cli.Options;

/// <summary>Finds the rules folder.</summary>
internal static class RulesFolder
{
    private const string Name = "rules";

    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true };

    /// <exception cref="CommandFailure">There is none.</exception>
    public static string Find(string? named)
    {
        if (named is not null)
        {
            if (Directory.Exists(named))
                return named;
            throw CommandFailure.Environment(
                File.Exists(named) ? $"'{named}' is a file; '--rules' names a folder." : $"There is no rules folder '{named}'.{Hint(named)}"
            );
        }

        return FindAbove()
            ?? throw CommandFailure.Environment(
                $"There is no folder '{Name}' here or above: go where the rules are, or name their folder with --rules DIR."
            );
    }

    private static string? FindAbove()
    {
        var current = Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(current); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Name);
            if (Directory.Exists(candidate))
                return Path.GetRelativePath(current, candidate);
        }

        return null;
    }

    // The folder beside it that is called nearly so, else where the rules are.
    private static string Hint(string named)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(named));
        var parent = Path.GetDirectoryName(path);
        if (parent is null || !Directory.Exists(parent))
            return parent is null ? "" : $" There is no folder '{parent}' either.";
        var beside = Directory.EnumerateDirectories(parent).Select(folder => Path.GetFileName(folder));
        if (Spelling.Closest(Path.GetFileName(path), beside) is { } near)
            return Spelling.DidYouMean(Path.Combine(Path.GetDirectoryName(named) ?? "", near));
        return FindAbove() is { } rules ? $" Without '--rules' those in '{rules}' are taken." : "";
    }

    /// <summary>All files of a folder and its sub-folders, as far as they may be seen.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", All);

    /// <summary>A path as a person at the current folder would type it, so that terminals can link it.</summary>
    public static string Show(string folder, string file) => Path.Combine(folder, file).Replace('\\', '/');
}
