using System.Diagnostics;
using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;

namespace AutoResolve.Crash.Queues;

/// <summary>What a round came to; a line of the file of results.</summary>
internal sealed record RoundResult
{
    public required int Seed { get; init; }
    public required int Workers { get; init; }
    public required int Issues { get; init; }

    /// <summary>Messages that were sent, those that were sent twice included.</summary>
    public required int Messages { get; init; }
    public required int Twice { get; init; }
    public required int Poison { get; init; }

    /// <summary>Messages that a person got, poison included.</summary>
    public required int Parked { get; init; }
    public required int Calls { get; init; }

    /// <summary>Calls with a key that had been used.</summary>
    public required int SecondCalls { get; init; }
    public required int Entries { get; init; }
    public required double WorkSeconds { get; init; }
    public required double Seconds { get; init; }
    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>By kind of fault, the median and the longest of the seconds until ten more messages were heard of: from the beginning of
    /// what hits one worker, and from when broker or database could be reached again.</summary>
    public required IReadOnlyDictionary<string, double[]> Recovery { get; init; }
    public required IReadOnlyList<string> Violations { get; init; }

    public static RoundResult Of(
        FleetSettings settings,
        int seed,
        IReadOnlyList<PlannedMessage> plan,
        Listener listener,
        IReadOnlyList<Fault> faults,
        Remains remains,
        TimeSpan worked,
        TimeSpan lasted,
        IReadOnlyList<string> violations
    )
    {
        var distinct = plan.DistinctBy(message => message.Id).ToList();
        long[] heard = [.. listener.Heard];
        return new RoundResult
        {
            Seed = seed,
            Workers = settings.Workers,
            Issues = settings.Issues,
            Messages = plan.Count,
            Twice = plan.Count - distinct.Count,
            Poison = distinct.Count(message => message.Case is null),
            Parked = listener.Parked.Count,
            Calls = remains.Calls.Count,
            SecondCalls = remains.Calls.Count - remains.Calls.DistinctBy(call => (call.Kind, call.Key)).Count(),
            Entries = remains.Entries.Count,
            WorkSeconds = Math.Round(worked.TotalSeconds, 1),
            Seconds = Math.Round(lasted.TotalSeconds, 1),
            Faults = faults.GroupBy(fault => fault.Kind).ToDictionary(same => same.Key.ToString(), same => same.Count()),
            Recovery = faults
                .GroupBy(fault => fault.Kind)
                .ToDictionary(same => same.Key.ToString(), same => Times([.. same.Select(fault => RecoveryOf(fault, heard))])),
            Violations = violations,
        };
    }

    private static double RecoveryOf(Fault fault, long[] heard)
    {
        // What hits all is over when it is mended; of what hits one worker the others go on.
        var since = fault.Host is null ? fault.Until : fault.From;
        var after = heard.Where(time => time > since).Skip(9).FirstOrDefault(since);
        return Math.Round(Stopwatch.GetElapsedTime(since, after).TotalSeconds, 2);
    }

    private static double[] Times(double[] times)
    {
        Array.Sort(times);
        return [times[times.Length / 2], times[^1]];
    }
}
