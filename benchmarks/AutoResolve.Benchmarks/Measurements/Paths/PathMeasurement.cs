using AutoResolve.Benchmarks.Running;

namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>What the calls of a host cost, by what an issue comes to and by the number of rules, and whether they keep to bars.</summary>
internal sealed class PathMeasurement : IMeasurement
{
    private static readonly int Passes = RunOptions.IsDry ? 1 : 7;
    private static readonly TimeSpan Warmup = TimeSpan.FromMilliseconds(RunOptions.IsDry ? 0 : 400);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(RunOptions.IsDry ? 0 : 40);

    public Measured Run()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        try
        {
            List<PathRulebook> rulebooks = [PathRulebooks.Shipped(), .. PathRulebooks.Generated(folder)];
            var cells = Warm([.. rulebooks, .. PathRulebooks.NearMisses(folder), .. PathRulebooks.Other(folder)]);
            var cold = Cold(rulebooks, folder).ToList();
            IReadOnlyList<PathBar> bars = [.. PathBars.Of(cells), .. PathBars.OfCold(cells, cold)];
            var table = $"{PathTable.Warm(cells)}\n\n{PathTable.Cold(cold)}\n\n{PathTable.Of(bars)}";
            string[] missed = RunOptions.IsDry ? [] : [.. bars.Where(bar => bar.IsMissed).Select(bar => bar.What)];
            return new Measured(table, PathBars.Figures(bars)) { Missed = missed };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In turns, a slice of each, what is compared side by side: so other work on the machine disturbs it alike.
    private static List<PathCell> Warm(IReadOnlyList<PathRulebook> rulebooks)
    {
        var hosts = rulebooks.ToDictionary(rulebook => rulebook, rulebook => PathHost.Start(rulebook.Folder));
        try
        {
            foreach (var (rulebook, host) in hosts)
                Check(rulebook, host);
            List<PathCell> cells =
            [
                .. from operation in Enum.GetValues<PathOperation>()
                from kind in Enum.GetValues<PathKind>()
                from rulebook in rulebooks
                where rulebook.Issues.ContainsKey(kind)
                select new PathCell(rulebook, hosts[rulebook], operation, kind),
            ];
            foreach (var cell in cells)
                cell.WarmUp(Warmup);
            for (var pass = 0; pass < Passes; pass++)
            {
                // What was done before must not be paid for now.
                GC.Collect();
                foreach (var cell in cells)
                    cell.Measure(Slice);
            }

            return cells;
        }
        finally
        {
            foreach (var host in hosts.Values)
                host.Dispose();
        }
    }

    private static void Check(PathRulebook rulebook, PathHost host)
    {
        foreach (var (kind, issues) in rulebook.Issues.Where(_ => rulebook.Rules > 0))
        {
            if (Array.Find(issues, issue => !PathRules.IsMeant(kind, host.Resolve(issue))) is { } other)
            {
                throw new InvalidOperationException(
                    $"Under {rulebook.Name} rules '{other.Text}' is not {PathNames.Of(kind)}: {host.Resolve(other)}"
                );
            }
        }
    }

    private static IEnumerable<(PathRulebook Rulebook, PathOperation Operation, double[] Microseconds)> Cold(
        IEnumerable<PathRulebook> rulebooks,
        string folder
    )
    {
        var operations = RunOptions.IsDry ? [PathOperation.Process] : Enum.GetValues<PathOperation>();
        foreach (var rulebook in RunOptions.IsDry ? rulebooks.Take(1) : rulebooks)
        {
            var issues = rulebook.WriteIssues(folder);
            foreach (var operation in operations)
                yield return (rulebook, operation, ColdStart.Run(rulebook, issues, operation));
        }
    }
}
