using AutoResolve.Cli.Options;
using AutoResolve.Cli.Running;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Cli.Authoring;

/// <summary>Finds the rule files that a person means by paths of files and folders.</summary>
internal static class RuleFileFinder
{
    /// <returns>Each file once, its path as a person would type it.</returns>
    /// <exception cref="CommandFailure">A path leads nowhere, or a file cannot be read.</exception>
    public static IReadOnlyList<RuleFile> Find(IEnumerable<string> paths, ICollection<Diagnostic> diagnostics)
    {
        var found = new Dictionary<string, RuleFile>(StringComparer.Ordinal);
        var limit = new RulebookOptions().MaxFileBytes;
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var read = new RuleSourceReader(RuleSource.Folder(path)).ReadAsync().GetAwaiter().GetResult();
                foreach (var file in read.Files)
                    Add(RulesFolder.Show(path, file.Path), file);
                foreach (var problem in read.Problems)
                    diagnostics.Add(problem with { File = RulesFolder.Show(path, problem.File) });
            }
            else
            {
                Add(path, new RuleFile(path, Read(path, limit)));
            }
        }

        return [.. found.Values];

        void Add(string shown, RuleFile file) => found.TryAdd(Path.GetFullPath(shown), file with { Path = shown });
    }

    private static byte[] Read(string path, long limit)
    {
        try
        {
            if (new FileInfo(path).Length > limit)
                throw CommandFailure.Environment($"'{path}' is larger than {limit:N0} bytes.");
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("read", path, exception);
        }
    }
}
