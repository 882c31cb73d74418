using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Options;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Cli.Authoring;

/// <summary>Finds the rule files that a person means by paths of files and folders.</summary>
internal static class RuleFileFinder
{
    /// <returns>Each file once, with the path as a person would type it.</returns>
    /// <exception cref="CommandFailure">A path leads nowhere, or a file cannot be read.</exception>
    public static IReadOnlyList<(string Path, RuleFile File)> Find(IEnumerable<string> paths, ICollection<Diagnostic> diagnostics)
    {
        var found = new Dictionary<string, (string Path, RuleFile File)>(StringComparer.Ordinal);
        var limit = new RulebookOptions().MaxFileBytes;
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var problems = new List<Diagnostic>();
                foreach (var file in ReadFolder(path, limit, problems))
                    Add(RulesFolder.Show(path, file.Path), file);
                foreach (var problem in problems)
                    diagnostics.Add(problem with { File = RulesFolder.Show(path, problem.File) });
            }
            else
            {
                Add(path, new RuleFile(path, Read(path, limit)));
            }
        }

        return [.. found.Values];

        void Add(string shown, RuleFile file) => found.TryAdd(Path.GetFullPath(shown), (shown, file with { Path = shown }));
    }

    private static IReadOnlyList<RuleFile> ReadFolder(string path, long limit, List<Diagnostic> problems) =>
        new RuleSourceReader(RuleSource.Folder(path), TimeProvider.System)
            .ReadAsync(limit, new RulebookOptions().SourceTimeout, problems, CancellationToken.None)
            .GetAwaiter()
            .GetResult();

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
