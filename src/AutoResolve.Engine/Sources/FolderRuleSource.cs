using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>The rule files of a folder and its sub-folders.</summary>
internal sealed class FolderRuleSource(string folder, bool poll = false) : IRuleSource
{
    // A link may lead in a circle.
    public const string IsLink = "it is a link to another folder, and such links are not followed; put the files here";

    public string Name => folder;

    /// <exception cref="MissingFolderException">It is not there.</exception>
    public async IAsyncEnumerable<RuleSourceFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (!Directory.Exists(folder))
            throw new MissingFolderException(folder);
        var left = new Stack<(DirectoryInfo Folder, string Path)>([(new DirectoryInfo(folder), "")]);
        while (left.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var file in Read(next.Folder, next.Path, left))
                yield return file;
        }
    }

    /// <exception cref="IOException">It is not there, or cannot be watched.</exception>
    public IChangeToken? Watch()
    {
        if (poll)
            return null;
        return Directory.Exists(folder) ? new FolderChangeToken(folder, RulePaths.MayMatter) : throw new MissingFolderException(folder);
    }

    private static List<RuleSourceFile> Read(DirectoryInfo folder, string path, Stack<(DirectoryInfo Folder, string Path)> left)
    {
        List<RuleSourceFile> files = [];
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                var inner = path + entry.Name;
                if (entry is not DirectoryInfo directory)
                {
                    if (RulePaths.IsRuleFileName(entry.Name))
                        files.Add(new RuleSourceFile(inner, _ => new ValueTask<Stream>(DiskFile.OpenRead(entry.FullName))));
                }
                else if (RulePaths.HasRules(entry.Name))
                {
                    if (entry.LinkTarget is null)
                        left.Push((directory, $"{inner}/"));
                    else
                        files.Add(RuleSourceFile.Unreadable(inner, IsLink));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            files.Add(RuleSourceFile.Unreadable(path.TrimEnd('/'), ReadingFailure.Describe(exception)));
        }

        return files;
    }
}
