using System.Diagnostics;
using System.Globalization;
using AutoResolve.Benchmarks.Engines.Hyperscan;
using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>Hyperscan and the rule logic in C, in a process of their own, which works only while it is asked.</summary>
internal sealed class TimedHyperscan : ITimed
{
    public const string EngineName = "Hyperscan in C";

    private readonly Process _process;
    private readonly string _folder;

    private TimedHyperscan(string program, Workload workload)
    {
        _folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        var file = Path.Combine(_folder, "workload");
        HyperscanFile.Write(workload, file);
        _process = Process.Start(new ProcessStartInfo(program, [file]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Answer();
    }

    public string Name => EngineName;

    /// <returns>Null where it is not installed.</returns>
    public static TimedHyperscan? Start(Workload workload) =>
        HyperscanHarness.Path is { } program ? new TimedHyperscan(program, workload) : null;

    public IEnumerable<int> Find(int issue) => Ask("find", issue).Select(rule => (int)rule);

    public Pass Run(int step) =>
        Ask("run", step) is [var issues, var nanoseconds] ? new Pass((int)issues, nanoseconds / 1_000.0, 0) : default;

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private long[] Ask(string command, int value)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{command} {value}"));
        _process.StandardInput.Flush();
        return
        [
            .. Answer().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => long.Parse(part, CultureInfo.InvariantCulture)),
        ];
    }

    private string Answer() =>
        _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The harness of Hyperscan ended; see above why.");
}
