using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Files;

/// <summary>Keeps what is written from taking the place of what is read.</summary>
internal static class OutputGuard
{
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="inputs">The files that are read; null for none.</param>
    /// <exception cref="CommandFailure">It is one of them, a folder, or a database; or there is none.</exception>
    public static void Check(string option, string path, params string?[] inputs)
    {
        if (path.Length == 0)
            throw CommandFailure.Usage($"'{option}' names no file.");
        if (inputs.OfType<string>().Any(input => ReportForm.Files(path).Any(file => IsSame(file, input))))
            throw CommandFailure.Usage($"'{option} {SafeText.Start(path, 60)}' would take the place of a file that is read. Name another.");
        if (Directory.Exists(path) && !Path.EndsInDirectorySeparator(path))
            throw CommandFailure.Usage(
                $"'{option} {SafeText.Start(path, 60)}' is a folder; name a file, or end it with a slash for a folder of tables."
            );
        if (File.Exists(Path.TrimEndingDirectorySeparator(path)) && Path.EndsInDirectorySeparator(path))
            throw CommandFailure.Usage($"'{option} {SafeText.Start(path, 60)}' is a file, so it cannot be a folder of tables.");
        if (File.Exists(path) && FigureInput.IsSqlite(path))
            throw CommandFailure.Usage($"'{option} {SafeText.Start(path, 60)}' is a database; it may be a journal. Name another file.");
    }

    private static bool IsSame(string path, string other)
    {
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return Target(path).Equals(Target(other), comparison);
    }

    // Where it really is: any folder above it may be a link, too.
    private static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            var place = Path.GetDirectoryName(full) is { } folder ? Path.Combine(Target(folder), Path.GetFileName(full)) : full;
            var target = File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName;
            return target is null || target == place ? place : Target(target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return full;
        }
    }
}
