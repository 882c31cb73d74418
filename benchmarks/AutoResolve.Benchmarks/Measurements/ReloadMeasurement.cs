using System.Diagnostics;
using System.Globalization;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>How long issues take while a changed rulebook is loaded on another thread, against how long they take in quiet.</summary>
internal sealed class ReloadMeasurement : IMeasurement
{
    public const string Ratio = nameof(Ratio);
    public const string Failed = nameof(Failed);

    private const int Rounds = 3;

    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(RunOptions.IsDry ? 0.1 : 2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(RunOptions.IsDry ? 0.1 : 5);

    private readonly Latencies _quiet = new();
    private readonly Latencies _reloading = new();
    private readonly Latencies _reloads = new();
    private int _failed;

    public Measured Run()
    {
        var workload = Workload.Generate(RuleCounts.Largest);
        var folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        try
        {
            RuleFiles.Write(workload.Rules, folder);
            using var services = new ServiceCollection()
                .AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (folder, false))
                .Services.BuildServiceProvider();
            var store = services.GetRequiredService<RulebookStore>();
            Measure(services.GetRequiredService<IIssueResolver>(), store, folder, new IssueSequence(workload.Issues));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Report();
    }

    private void Measure(IIssueResolver resolver, RulebookStore store, string folder, IssueSequence issues)
    {
        ResolveFor(Warmup, resolver, issues, new Latencies());
        for (var round = 0; round < Rounds; round++)
        {
            ResolveFor(Quiet, resolver, issues, _quiet);
            var revision = store.Current.Revision;
            Change(folder, round);
            var reload = Task.Factory.StartNew(
                () => Reload(store),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
            while (!reload.IsCompleted)
                Resolve(resolver, issues, _reloading);
            reload.GetAwaiter().GetResult();
            if (store.Current.Revision == revision)
                throw new InvalidOperationException("The changed rulebook did not come into force.");
        }

        if (_failed > 0)
            throw new InvalidOperationException($"{_failed} issues could not be resolved.");
    }

    private void Reload(RulebookStore store)
    {
        var start = Stopwatch.GetTimestamp();
        store.ReloadAsync().GetAwaiter().GetResult();
        _reloads.Add(Stopwatch.GetTimestamp() - start);
    }

    // White space is enough for another revision.
    private static void Change(string folder, int round) =>
        File.AppendAllText(Directory.GetFiles(folder).Order(StringComparer.Ordinal).First(), new string(' ', round + 1));

    private void ResolveFor(TimeSpan duration, IIssueResolver resolver, IssueSequence issues, Latencies latencies)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration; )
            Resolve(resolver, issues, latencies);
    }

    private void Resolve(IIssueResolver resolver, IssueSequence issues, Latencies latencies)
    {
        var issue = issues.Next();
        var start = Stopwatch.GetTimestamp();
        var resolving = resolver.ResolveAsync(issue);
        latencies.Add(Stopwatch.GetTimestamp() - start);
        if (!resolving.IsCompletedSuccessfully || resolving.Result.Reason == ResolutionReason.Unexpected)
            _failed++;
    }

    private Measured Report()
    {
        var table = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | resolving issues with {RuleCounts.Largest:N0} rules | issues | median us | p99 us | p99.9 us | failed |
            | --- | ---: | ---: | ---: | ---: | ---: |
            | in quiet (the baseline) {Row(_quiet)} 0 |
            | while a changed rulebook is loaded, {Rounds} times {Row(_reloading)} {_failed} |
            | ratio | | {Compare(0.5):N2} | {Compare(0.99):N2} | {Compare(0.999):N2} | |

            A reload took {_reloads.Percentile(0.5) / 1_000_000:N1} s (median).
            """
        );
        return new Measured(table, new Dictionary<string, double> { [Ratio] = Compare(0.99), [Failed] = _failed });
    }

    private static string Row(Latencies latencies) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {latencies.Count:N0} | {latencies.Percentile(0.5):N1} | {latencies.Percentile(0.99):N1} | "
                + $"{latencies.Percentile(0.999):N1} |"
        );

    private double Compare(double share) => _reloading.Percentile(share) / _quiet.Percentile(share);
}
