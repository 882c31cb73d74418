using System.Diagnostics;
using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>Nothing happens without an intent, nothing under two keys, and nothing twice but for a fault.</summary>
internal static class CallPromises
{
    // A host that could not use its journal tells a person at once.
    private static readonly long AtOnce = 5 * Stopwatch.Frequency;

    public static IEnumerable<string> Violations(Remains remains, JournalView journal) =>
        [
            .. OneKey(remains, journal),
            .. OneCase(remains),
            .. CalledOnce(remains),
            .. Intended(remains, journal),
            .. DoneAsWritten(remains, journal),
        ];

    /// <summary>By what the callee was told of the turn; where it is not told, by the decision.</summary>
    private static IEnumerable<string> OneKey(Remains remains, JournalView journal)
    {
        string? DecisionOf(string key) => journal.Find($"intent/{key}") is { } intent ? JournalView.DecisionOf(intent) : null;
        var keys = remains.Calls.GroupBy(
            call => (call.Case, call.Kind, About: call.About ?? DecisionOf(call.Key), call.Content),
            call => call.Key
        );
        foreach (var same in keys.Where(same => same.Key.About is not null && same.Distinct().Skip(1).Any()))
        {
            var (where, kind, about, content) = same.Key;
            yield return $"{where}: {kind} {content} of {about} has two keys: {string.Join(", ", same.Distinct())}.";
        }
    }

    private static IEnumerable<string> OneCase(Remains remains) =>
        remains
            .Calls.GroupBy(call => call.Key)
            .Where(same => same.DistinctBy(call => call.Case).Skip(1).Any())
            .Select(same => $"{same.First().Case}: shares the key of {same.First().Kind} with another case.");

    private static IEnumerable<string> CalledOnce(Remains remains)
    {
        foreach (var same in remains.Calls.GroupBy(call => (call.Kind, call.Key)).Where(same => same.Skip(1).Any()))
        {
            if (CallKinds.NotRepeatable.Contains(same.Key.Kind))
                yield return $"{same.First().Case}: {same.Key.Kind} {same.Key.Key} was called {same.Count()} times.";
            foreach (var (before, again) in same.Zip(same.Skip(1)).Where(pair => !IsExcused(pair.First, pair.Second, remains.Faults)))
            {
                yield return $"{before.Case}: {same.Key.Kind} {same.Key.Key} was called again by {again.Host} after {before.Host} "
                    + $"({Stopwatch.GetElapsedTime(before.Begun, again.Begun).TotalMilliseconds:0} ms), without a fault in between.";
            }
        }
    }

    /// <summary>
    /// A fault hit the host that called first, after it had made sure that the case was its own, and the result was not written by then;
    /// or one hit the other, and so it lost the case before the first called; or that could not look into the journal, and told a person
    /// all the same.
    /// </summary>
    private static bool IsExcused(Call before, Call again, IReadOnlyList<Fault> faults)
    {
        // Where it stood still until it looked, it may have begun before.
        var isWritten = again.SawResult && !Hit(faults, again.Host, again.Begun, again.Seen);
        return (Hit(faults, before.Host, before.Held, again.Begun) && !isWritten)
            || (again.Held < before.Begun && Hit(faults, again.Host, again.Held, again.Begun))
            || IsUnwritten(again, faults);
    }

    private static bool IsUnwritten(Call call, IReadOnlyList<Fault> faults) =>
        call.Kind == CallKinds.Escalate
        && Hit([.. faults.Where(fault => fault.Kind == FaultKind.JournalFailed)], call.Host, call.Begun - AtOnce, call.Begun);

    private static bool Hit(IReadOnlyList<Fault> faults, string host, long from, long until) =>
        faults.Any(fault => fault.Hit(host) && fault.From <= until && fault.Until >= from);

    private static IEnumerable<string> Intended(Remains remains, JournalView journal)
    {
        var intended = journal.Intents.Select(JournalView.EffectOf).ToHashSet();
        return remains
            .Calls.Where(call => !call.SawIntent || !intended.Contains(call.Key))
            .Where(call => !IsUnwritten(call, remains.Faults))
            .Select(call => $"{call.Case}: {call.Kind} {call.Key} happened without an intent written before.");
    }

    // What the journal says succeeded was done.
    private static IEnumerable<string> DoneAsWritten(Remains remains, JournalView journal)
    {
        var called = remains.Calls.Select(call => (call.Key, call.Kind == CallKinds.ClearFlag)).ToHashSet();
        return journal
            .Entries.Where(entry => entry is { Kind: JournalEntryKind.ActionResult, Label: "succeeded" or "undone" })
            .Where(entry => !called.Contains((JournalView.EffectOf(entry), entry.Label == "undone")))
            .Select(entry => $"{JournalView.CaseOf(entry)}: the journal says that {entry.Key} {entry.Label}, and nothing happened.");
    }
}
