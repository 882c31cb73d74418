using System.Diagnostics;
using System.Globalization;
using System.Text;
using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads.Other;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>
/// How many times as fast two threads are as one, beside two threads that only count, which is what the machine has to give at that
/// moment.
/// </summary>
internal sealed class ThreadsMeasurement : IMeasurement
{
    public const string WorstOfSpinning = nameof(WorstOfSpinning);

    private const int Threads = 2;

    private static readonly int Count = RunOptions.IsDry ? 1 : 15;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(RunOptions.IsDry ? 1 : 100);

    public Measured Run()
    {
        var workload = OtherWorkload.Generate(new OtherOptions(RunOptions.IsDry ? 100 : 1_000, PhrasesAreStrings: false, RunOptions.Seed));
        var rulebook = Rulebooks.Load(workload.Rules);
        (string Name, Func<Action<int>> Work)[] works =
        [
            ("counting", Counting),
            ("match", () => Matching(rulebook, workload.Issues)),
            ("decide", () => issue => rulebook.Evaluate(workload.Issues[issue % workload.Issues.Count]).Decide()),
        ];
        var gains = works.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Count; round++)
        {
            for (var at = 0; at < works.Length; at++)
                gains[at].Add(PerSecond(works[at].Work, Threads) / PerSecond(works[at].Work, 1));
        }

        // Of what two threads that count reach, and of twice the speed at most.
        var reached = gains
            .Skip(1)
            .Select(gain => Rounds.Median(gain.Zip(gains[0], (own, counting) => own / Math.Min(Threads, counting))))
            .ToArray();
        var table = new StringBuilder("| work | two threads, in times of one | of what counting reaches |\n| --- | ---: | ---: |\n");
        for (var at = 0; at < works.Length; at++)
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {works[at].Name} | {Rounds.Median(gains[at]):0.00} | {(at == 0 ? 1 : reached[at - 1]):0.00} |\n"
            );
        return new Measured(table.ToString().TrimEnd(), new Dictionary<string, double> { [WorstOfSpinning] = reached.Min() });
    }

    private static double PerSecond(Func<Action<int>> work, int threads)
    {
        var done = new long[threads * 16];
        var start = Stopwatch.GetTimestamp();
        var all = Enumerable
            .Range(0, threads)
            .Select(number => new Thread(() => done[number * 16] = Work(work(), number * 37, start)))
            .ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
        return done.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static long Work(Action<int> work, int first, long start)
    {
        // At least once, or a machine that is busy elsewhere gives speeds of nothing.
        var done = 0L;
        do
        {
            work(first + (int)done);
            done++;
        } while (Stopwatch.GetElapsedTime(start) < Turn);
        return done;
    }

    private static Action<int> Counting() => number => Thread.SpinWait(200 + (number & 1));

    private static Action<int> Matching(Rulebook rulebook, IReadOnlyList<Issue> issues)
    {
        List<RuleReference> matches = [];
        return number =>
        {
            matches.Clear();
            rulebook.FindMatches(issues[number % issues.Count], matches);
        };
    }
}
