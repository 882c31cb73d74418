using System.Diagnostics;
using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks.Engines.Hyperscan;

/// <summary>Builds benchmarks/Hyperscan once a process, where gcc and the library are installed.</summary>
internal static class HyperscanHarness
{
    private static readonly Lazy<string?> Built = new(Build);

    /// <summary>Null where it cannot be built.</summary>
    public static string? Path => Built.Value;

    private static string? Build()
    {
        var program = System.IO.Path.Combine(Directory.CreateTempSubdirectory("autoresolve-").FullName, "harness");
        var script = System.IO.Path.Combine(ShippedRulebook.Repository, "benchmarks", "Hyperscan", "build");
        if (!OperatingSystem.IsLinux())
            return None("it is built on Linux only");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, program]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? program : None(errors.Split('\n')[0]);
    }

    private static string? None(string reason)
    {
        Console.WriteLine($"// Hyperscan is left out: {reason}");
        return null;
    }
}
