using System.Diagnostics;
using System.Globalization;
using AutoResolve.Benchmarks.Journals;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Journaling;
using AutoResolve.Postgres.Tests;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>
/// How long the command takes for a report over a month of a million entries, and how much memory, against reading the entries one by one
/// without counting anything.
/// </summary>
internal sealed class ReportMeasurement : IMeasurement
{
    public const string Seconds = nameof(Seconds);
    public const string Megabytes = nameof(Megabytes);

    private const string Variable = "AUTORESOLVE_BENCHMARKS_JOURNAL";
    private const string Schema = "autoresolve";

    private static readonly int Count = RunOptions.IsDry ? 2_000 : 1_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public Measured Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<Measured> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        try
        {
            var rows = new List<string>();
            var path = Path.Combine(folder, "journal.db");
            var (seconds, megabytes) = await MeasureAsync("SQLite", HostJournals.Sqlite(path), rows, folder, ["--source", path], null);
            if (PostgresPrograms.Find() is { } programs)
            {
                await using var cluster = await PostgresCluster.StartAsync(programs);
                var (other, memory) = await MeasureAsync(
                    "PostgreSQL",
                    HostJournals.Postgres(cluster.ConnectionString),
                    rows,
                    folder,
                    ["--postgres", Variable, "--schema", Schema],
                    cluster.ConnectionString
                );
                (seconds, megabytes) = (Math.Max(seconds, other), Math.Max(megabytes, memory));
            }

            var report = string.Create(CultureInfo.InvariantCulture, $"a report over {Count:N0} entries, against a baseline");
            var reading = "only reading the entries, seconds (the baseline)";
            var table = $"""
                | {report} | seconds | most memory of the command, MB | {reading} | ratio |
                | --- | ---: | ---: | ---: | ---: |
                {string.Join('\n', rows)}
                """;
            return new Measured(table, new Dictionary<string, double> { [Seconds] = seconds, [Megabytes] = megabytes });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Seconds, double Megabytes)> MeasureAsync(
        string name,
        IDurableJournal journal,
        List<string> rows,
        string folder,
        string[] source,
        string? connectionString
    )
    {
        double reading;
        await using (journal)
        {
            foreach (var batch in new MonthOfEntries(Count).Batches())
                await journal.AppendAsync(batch);
            var start = Stopwatch.GetTimestamp();
            var read = 0;
            await foreach (var _ in journal.ReadAsync(new JournalQuery()))
                read++;
            reading = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (read != Count)
                throw new InvalidOperationException($"{read} of {Count} entries were read.");
        }

        var baseline = Path.Combine(folder, "baseline.json");
        await CommandAsync(
            ["baseline", "freeze", "--from", "2026-10-01", "--to", "2026-10-10", "--out", baseline, .. source],
            connectionString
        );
        var (seconds, megabytes) = await CommandAsync(
            ["report", "--month", MonthOfEntries.Month, "--baseline", baseline, "--out", Path.Combine(folder, "report.html"), .. source],
            connectionString
        );
        rows.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {seconds:N1} | {megabytes:N0} | {reading:N1} | {seconds / reading:N2} |"
            )
        );
        return (seconds, megabytes);
    }

    private static async Task<(double Seconds, double Megabytes)> CommandAsync(string[] arguments, string? connectionString)
    {
        var start = Stopwatch.GetTimestamp();
        var information = new ProcessStartInfo(
            "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "AutoResolve.Cli.dll"), .. arguments]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        information.Environment[Variable] = connectionString;
        using var process = Process.Start(information)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var most = 0L;
        while (!process.HasExited)
        {
            // Gone between the question and the answer.
            try
            {
                process.Refresh();
                most = Math.Max(most, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException) { }

            await Task.Delay(Pause);
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} failed:\n{await output}{await error}");
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, most / 1e6);
    }
}
