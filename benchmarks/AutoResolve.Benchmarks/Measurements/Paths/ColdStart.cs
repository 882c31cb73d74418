using System.Diagnostics;
using System.Globalization;

namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>The first texts of a process: what a host costs that has just been started, or that has little to do.</summary>
internal static class ColdStart
{
    private const string Option = "--cold";
    private const int Texts = 1_000;
    private const int First = 10;

    /// <summary>Measures, where the command line asks for it: the folder of the rules, the file of the issues, and the operation.</summary>
    public static bool TryRun(string[] arguments)
    {
        if (arguments is not [Option, var folder, var issues, var operation])
            return false;
        var times = Measure(PathRulebook.Read(folder, issues), Enum.Parse<PathOperation>(operation));
        Console.WriteLine(FormattableString.Invariant($"{times[0]} {times[..First].Average()} {times.Average()}"));
        return true;
    }

    /// <summary>Runs the operation in a process of its own, on issues of all kinds in turn.</summary>
    /// <returns>Microseconds of the first text, and in the mean of the first ten and of the first thousand.</returns>
    public static double[] Run(PathRulebook rulebook, string issues, PathOperation operation)
    {
        var assembly = typeof(ColdStart).Assembly.Location;
        string[] arguments = ["exec", assembly, Option, rulebook.Folder, issues, operation.ToString()];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. output.Trim().Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"The process that measures the first texts failed:\n{output}");
    }

    private static double[] Measure(PathRulebook rulebook, PathOperation operation)
    {
        using var host = PathHost.Start(rulebook.Folder);
        var kinds = rulebook.Issues.OrderBy(entry => entry.Key).Select(entry => entry.Value).ToArray();
        var times = new double[Texts];
        for (var text = 0; text < Texts; text++)
        {
            var ofKind = kinds[text % kinds.Length];
            var start = Stopwatch.GetTimestamp();
            host.Do(operation, ofKind[text / kinds.Length % ofKind.Length]);
            times[text] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return times;
    }
}
