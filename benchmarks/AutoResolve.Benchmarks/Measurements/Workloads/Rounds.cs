using System.Diagnostics;
using AutoResolve.Benchmarks.Running;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>Times engines in turns, so that other work on the machine disturbs them alike.</summary>
internal static class Rounds
{
    private const double MaxTurn = 300_000;
    private const double MinTurn = 20_000;

    private const double Faster = 0.97;
    private const int InVain = 15;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan MaxWarmUp = TimeSpan.FromSeconds(15);
    private static readonly int Count = RunOptions.IsDry ? 1 : 9;

    public static IReadOnlyList<Timing> Run(IReadOnlyList<ITimed> engines, int issues)
    {
        var runners = engines.Select(engine => new Runner(engine, issues)).ToList();
        for (var round = 0; round < Count; round++)
        {
            GC.Collect();
            foreach (var runner in runners)
                runner.Turn();
        }

        return [.. runners.Select(runner => runner.Timing)];
    }

    private sealed class Runner
    {
        private readonly ITimed _engine;
        private readonly int _step;
        private readonly int _passes;
        private readonly List<Pass> _turns = [];

        // What takes long runs on some of the issues only, and what takes a moment on all of them several times.
        public Runner(ITimed engine, int issues)
        {
            _engine = engine;
            var few = WarmUp(Math.Max(1, issues / 20));
            _step = Math.Max(1, (int)Math.Ceiling(few.Microseconds / few.Issues * issues / MaxTurn));
            var pass = WarmUp(_step);
            _passes = RunOptions.IsDry ? 1 : Math.Max(1, (int)(MinTurn / pass.Microseconds));
        }

        public Timing Timing =>
            new(
                _engine.Name,
                Median(_turns.Select(turn => turn.Microseconds / turn.Issues)),
                Median(_turns.Select(turn => (double)turn.Bytes / turn.Issues)),
                [.. _turns.Select(turn => turn.Microseconds / turn.Issues)]
            );

        // Until it gets no faster: the runtime compiles again what is called often, on a thread of its own that may have to wait for long.
        private Pass WarmUp(int step)
        {
            var best = _engine.Run(step);
            var start = Stopwatch.GetTimestamp();
            for (var inVain = 0; !RunOptions.IsDry && inVain < InVain && Stopwatch.GetElapsedTime(start) < MaxWarmUp; inVain++)
            {
                Thread.Sleep(Pause);
                var pass = _engine.Run(step);
                if (pass.Microseconds < best.Microseconds * Faster)
                    inVain = 0;
                if (pass.Microseconds < best.Microseconds)
                    best = pass;
            }

            return best;
        }

        public void Turn()
        {
            var (issues, microseconds, bytes) = (0, 0.0, 0L);
            for (var number = 0; number < _passes; number++)
            {
                var pass = _engine.Run(_step);
                (issues, microseconds, bytes) = (issues + pass.Issues, microseconds + pass.Microseconds, bytes + pass.Bytes);
            }

            _turns.Add(new Pass(issues, microseconds, bytes));
        }
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
