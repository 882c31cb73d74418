using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>Every turn that was delivered is heard, and by one decision first.</summary>
internal static class TurnPromises
{
    public static IEnumerable<string> Violations(Remains remains, JournalView journal) =>
        [.. Heard(remains, journal), .. DecidedOnce(journal), .. DoneAsTold(remains)];

    private static IEnumerable<string> Heard(Remains remains, JournalView journal)
    {
        var decided = journal.Decisions.ToLookup(decision => JournalView.CaseOf(decision.Entry));
        var escalated = remains.Calls.Where(call => call.Kind == CallKinds.Escalate).Select(call => call.Case).ToHashSet();
        foreach (var delivery in remains.Deliveries)
        {
            if (delivery.Answer.IsUnwritten)
            {
                if (!escalated.Contains(delivery.Case))
                    yield return $"{delivery.Case}: lost: given to a person without the journal, and no person was told.";
                continue;
            }

            var recorded = journal
                .ByCase[delivery.Case]
                .Where(entry => entry.Kind == JournalEntryKind.Turn && journal.Find(JournalView.Text(entry, "decision")) is not null)
                .Select(JournalView.TurnOf);
            var heard = decided[delivery.Case].SelectMany(decision => decision.State).Concat(recorded).ToHashSet();
            foreach (var lost in delivery.Heard.Where(said => !heard.Contains(said)))
                yield return $"{delivery.Case}: {lost} is lost: it was answered ({delivery.Answer.Status}), and no decision heard it.";
        }
    }

    private static IEnumerable<string> DecidedOnce(JournalView journal) =>
        journal
            .Decisions.SelectMany(decision => decision.First, (decision, first) => (Case: JournalView.CaseOf(decision.Entry), first))
            .GroupBy(first => first)
            .Where(same => same.Skip(1).Any())
            .Select(same => $"{same.Key.Case}: {same.Key.first} was decided {same.Count()} times.");

    // What whoever delivered was told was done.
    private static IEnumerable<string> DoneAsTold(Remains remains)
    {
        var called = remains.Calls.Select(call => call.Key).ToHashSet();
        IEnumerable<(string Case, Reply Answer)> answers =
        [
            .. remains.Deliveries.Select(one => (one.Case, one.Answer)),
            .. remains.Approvings.Select(one => (one.Case, one.Answer)),
        ];
        return answers
            .SelectMany(one => one.Answer.Done.Where(key => !called.Contains(key)), (one, key) => (one.Case, key))
            .Select(told => $"{told.Case}: {told.key} was said to be done, and nothing happened.");
    }
}
