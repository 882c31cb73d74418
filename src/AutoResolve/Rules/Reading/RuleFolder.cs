namespace AutoResolve.Rules.Reading;

/// <summary>Finds and reads the rule files of a folder, in ordinal order of their paths.</summary>
internal static class RuleFolder
{
    private const string Schema = "autoresolve.schema.json";

    private static readonly string[] FoldersWithoutRules = ["samples", "docs"];

    public static IReadOnlyList<RuleFile> Read(string folder, long maxFileBytes, ICollection<Diagnostic> diagnostics)
    {
        if (!Directory.Exists(folder))
        {
            diagnostics.Add(SourceLocation.OfFile("").Report(ReadingCodes.MissingFolder, DiagnosticSeverity.Error, $"There is no rules folder '{folder}': create it, or name another."));
            return [];
        }

        var before = diagnostics.Count;
        var paths = new List<string>();
        Collect(new DirectoryInfo(folder), "", paths, diagnostics);
        if (paths.Count == 0 && diagnostics.Count == before)
            diagnostics.Add(SourceLocation.OfFile("").Report(ReadingCodes.NoFiles, DiagnosticSeverity.Error, $"The rules folder '{folder}' holds no rule files: add one that ends in .json (the folders 'samples' and 'docs' do not count)."));
        paths.Sort(StringComparer.Ordinal);
        var files = new List<RuleFile>();
        foreach (var path in paths)
        {
            if (ReadFile(folder, path, maxFileBytes, diagnostics) is { } file)
                files.Add(file);
        }

        return files;
    }

    private static void Collect(DirectoryInfo folder, string prefix, List<string> paths, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (entry is not DirectoryInfo inner)
                {
                    if (entry.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) && entry.Name != Schema)
                        paths.Add(prefix + entry.Name);
                }
                else if (!FoldersWithoutRules.Contains(inner.Name) && !inner.Name.StartsWith('.'))
                {
                    // A link may lead in a circle.
                    if (inner.LinkTarget is null)
                        Collect(inner, prefix + inner.Name + "/", paths, diagnostics);
                    else
                        ReportUnreadable(prefix + inner.Name, "it is a link to another folder, and such links are not followed; put the files here", diagnostics);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(prefix.TrimEnd('/'), Reason(exception), diagnostics);
        }
    }

    private static RuleFile? ReadFile(string folder, string path, long maxFileBytes, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, path));
            if (stream.Length > maxFileBytes)
            {
                diagnostics.Add(SourceLocation.OfFile(path).Report(
                    ReadingCodes.TooLarge,
                    DiagnosticSeverity.Error,
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This file has {stream.Length:N0} bytes; at most {maxFileBytes:N0} are read. Split the set into several files.")));
                return null;
            }

            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new RuleFile(path, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(path, Reason(exception), diagnostics);
            return null;
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "you may not read it; ask for permission",
        FileNotFoundException or DirectoryNotFoundException => "it is gone, or it is a link that leads nowhere",
        _ => $"the system says: {exception.Message}",
    };

    private static void ReportUnreadable(string path, string reason, ICollection<Diagnostic> diagnostics) =>
        diagnostics.Add(SourceLocation.OfFile(path).Report(ReadingCodes.Unreadable, DiagnosticSeverity.Error, $"This cannot be read: {reason}."));
}
