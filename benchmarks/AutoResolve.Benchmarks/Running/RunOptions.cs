using System.Globalization;
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
    private const string RulesOption = "--rules";
    private const string SeedOption = "--seed";
    private const string PhrasesOption = "--phrases";

    public static bool IsDry => Environment.GetEnvironmentVariable(Dry) == "1";

    /// <summary>The folder of real rules and texts; null where there is none.</summary>
    public static string? CorpusFolder => Environment.GetEnvironmentVariable(Corpus) is { Length: > 0 } folder ? folder : null;

    /// <summary>Whether results are written into the repository. A dry run has none.</summary>
    public static bool WritesResults { get; private set; }

    /// <summary>The numbers of rules that the command line asks for; empty where it does not.</summary>
    public static IReadOnlyList<int> GivenRules { get; private set; } = [];

    /// <summary>What the other workload is made from.</summary>
    public static int Seed { get; private set; } = 11;

    /// <summary>Whether phrases of the other workload are strings.</summary>
    public static IReadOnlyList<bool> PhrasesAreStrings { get; private set; } = [false, true];

    /// <returns>The arguments that are for BenchmarkDotNet.</returns>
    public static string[] Read(string[] arguments)
    {
        var left = arguments.ToList();
        var wantsResults = left.Remove(ResultsOption);
        if (Take(left, CorpusOption) is { } folder)
            Environment.SetEnvironmentVariable(Corpus, Path.GetFullPath(folder));
        if (Take(left, SeedOption) is { } seed)
            Seed = int.Parse(seed, CultureInfo.InvariantCulture);
        if (Take(left, PhrasesOption) is { } phrases)
            PhrasesAreStrings = phrases switch
            {
                "words" => [false],
                "contains" => [true],
                _ => throw new ArgumentException($"{PhrasesOption} is words or contains."),
            };
        if (Take(left, RulesOption) is { } rules)
            GivenRules = [.. rules.Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))];

        if (left.Contains("dry", StringComparer.OrdinalIgnoreCase))
        {
            // Times mean nothing in a dry run, so it need not start a process for each benchmark.
            Environment.SetEnvironmentVariable(Dry, "1");
            left.Add("--inProcess");
        }

        WritesResults = wantsResults && !IsDry;
        return [.. left];
    }

    private static string? Take(List<string> arguments, string option)
    {
        var place = arguments.IndexOf(option);
        if (place < 0)
            return null;
        if (place + 1 == arguments.Count)
            throw new ArgumentException($"{option} needs a value.");
        var value = arguments[place + 1];
        arguments.RemoveRange(place, 2);
        return value;
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
