using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Postgres.Tests;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>How many issues a second a host processes, everything wired and journaled, against inserting one bare row for each.</summary>
internal sealed class ProcessMeasurement : IMeasurement
{
    private const string Legend =
        "The times of a row are medians of its passes, and so is its time in times of the bare insert's in the same pass. "
        + "CPU is this process alone. The last column compares the fastest passes, which other work on the machine disturbed least.";

    private static readonly int[] InFlight = RunOptions.IsDry ? [32] : [1, 32, 128];
    private static readonly int Passes = RunOptions.IsDry ? 1 : 3;
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(RunOptions.IsDry ? 0.01 : 0.5);
    private static readonly int Slices = RunOptions.IsDry ? 1 : 3;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(RunOptions.IsDry ? 0.05 : 1);

    private int _opened;

    public Measured Run() => RunAsync().GetAwaiter().GetResult();

    private async Task<Measured> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        try
        {
            ProcessRulebook[] rulebooks =
            [
                new("three rules", ProcessRules.Write(folder), ProcessIssues.Small),
                new("shipped rulebook", ShippedRulebook.Folder, ProcessIssues.Shipped),
            ];
            List<ProcessStore> stores = [ProcessStore.Memory(), ProcessStore.Sqlite(folder)];
            await using var cluster = PostgresPrograms.Find() is { } programs ? await PostgresCluster.StartAsync(programs) : null;
            if (cluster is not null)
                stores.Add(ProcessStore.Postgres(cluster));
            List<List<ProcessCell>> groups =
            [
                .. stores.SelectMany(store => InFlight.Select(inFlight => Group(store, inFlight, rulebooks).ToList())),
            ];
            foreach (var group in RunOptions.IsDry ? [] : groups)
                await PassAsync(group, 0);
            for (var pass = 0; pass < Passes; pass++)
            {
                foreach (var group in groups)
                    await PassAsync(group, Slices);
            }

            return new Measured(Table(groups.SelectMany(group => group), rulebooks), new Dictionary<string, double>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<ProcessCell> Group(ProcessStore store, int inFlight, ProcessRulebook[] rulebooks)
    {
        ProcessCell? bare = null;
        if (store.OpenBareAsync is { } openBareAsync)
            yield return bare = new(store.Name, "bare insert (the baseline)", inFlight, null, name => openBareAsync(name, inFlight));
        foreach (var rulebook in rulebooks)
        {
            yield return new(store.Name, $"ProcessAsync, {rulebook.Name}", inFlight, bare, OpenAsync);

            async Task<IProcessWork> OpenAsync(string name) => await ProcessHost.StartAsync(rulebook, builder => store.Use(builder, name));
        }
    }

    // In turns, a slice of each, since other work on the machine comes and goes; whatever is compared was then disturbed alike.
    private async Task PassAsync(List<ProcessCell> group, int slices)
    {
        List<ProcessLoad> loads = [];
        try
        {
            foreach (var cell in group)
            {
                loads.Add(new ProcessLoad(cell, await cell.OpenAsync($"n{_opened++}")));
                await loads[^1].RunAsync(Warmup);
                if (slices > 0)
                    cell.Passes.Add(ProcessPass.Empty);
            }

            for (var slice = 0; slice < slices; slice++)
            {
                foreach (var load in loads)
                    load.Cell.Passes[^1] = load.Cell.Passes[^1].Plus(await load.RunAsync(Slice));
            }
        }
        finally
        {
            foreach (var load in loads)
                await load.DisposeAsync();
        }
    }

    private static string Table(IEnumerable<ProcessCell> cells, ProcessRulebook[] rulebooks) =>
        $"""
            | journal | for each issue | in flight | issues/s | of all passes | us | CPU us | KB allocated | times bare | fastest passes |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            {string.Join('\n', cells)}

            {Legend}

            {string.Join("\n\n", rulebooks.Select(rulebook => rulebook.Describe()))}
            """;
}
