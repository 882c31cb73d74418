using System.IO.Enumeration;

namespace AutoResolve.Benchmarks.Running;

/// <summary>What the command line says, in the environment, which the processes of the benchmarks inherit.</summary>
internal static class RunOptions
{
    private const string Dry = "AUTORESOLVE_BENCHMARKS_DRY";
    private const string Corpus = "AUTORESOLVE_BENCHMARKS_CORPUS";
    private const string CorpusOption = "--corpus";
    private const string ResultsOption = "--results";
    private const string FilterOption = "--filter";

    public static bool IsDry => Environment.GetEnvironmentVariable(Dry) == "1";

    /// <summary>The folder of real rules and texts; null where there is none.</summary>
    public static string? CorpusFolder => Environment.GetEnvironmentVariable(Corpus) is { Length: > 0 } folder ? folder : null;

    /// <summary>Whether results are written into the repository. A dry run has none.</summary>
    public static bool WritesResults { get; private set; }

    /// <returns>The arguments that are for BenchmarkDotNet.</returns>
    public static string[] Read(string[] arguments)
    {
        var left = arguments.ToList();
        var wantsResults = left.Remove(ResultsOption);
        var option = left.IndexOf(CorpusOption);
        if (option >= 0)
        {
            if (option + 1 == left.Count)
                throw new ArgumentException($"{CorpusOption} needs a folder.");
            Environment.SetEnvironmentVariable(Corpus, Path.GetFullPath(left[option + 1]));
            left.RemoveRange(option, 2);
        }

        if (left.Contains("dry", StringComparer.OrdinalIgnoreCase))
        {
            // Times mean nothing in a dry run, so it need not start a process for each benchmark.
            Environment.SetEnvironmentVariable(Dry, "1");
            left.Add("--inProcess");
        }

        WritesResults = wantsResults && !IsDry;
        return [.. left];
    }

    /// <summary>
    /// Whether the filter takes a measurement. Without a filter BenchmarkDotNet asks for benchmarks, and no measurement runs.
    /// </summary>
    public static bool Takes(string[] arguments, Type type) =>
        arguments
            .SkipWhile(argument => argument is not (FilterOption or "-f"))
            .Skip(1)
            .TakeWhile(argument => !argument.StartsWith('-'))
            .Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, $"{type.FullName}.Run"));
}
