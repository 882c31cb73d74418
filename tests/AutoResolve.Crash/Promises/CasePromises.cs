using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>Every case has an owner, and nothing in it is left unfinished but approvals that wait.</summary>
internal static class CasePromises
{
    public static IEnumerable<string> Violations(Remains remains, JournalView journal) =>
        [.. Owned(remains), .. OwnersKnow(remains), .. InOrder(journal), .. Finished(remains, journal)];

    private static IEnumerable<string> Owned(Remains remains)
    {
        var known = remains.Cases.Select(record => record.Reference.ToString()).ToHashSet();
        foreach (var unknown in remains.Deliveries.Where(one => !one.Answer.IsUnwritten).Select(one => one.Case).Distinct().Except(known))
            yield return $"{unknown}: has no owner: the journal does not know it.";
        foreach (var record in remains.Cases.Where(record => record.Owner == CaseOwner.Automation || record.IsLeased))
            yield return $"{record.Reference}: has no owner: it is still with automation.";
    }

    private static IEnumerable<string> OwnersKnow(Remains remains)
    {
        var calls = remains.Calls.ToLookup(call => call.Case, call => call.Kind);
        foreach (var record in remains.Cases)
        {
            var kinds = calls[record.Reference.ToString()];
            if (record.Owner == CaseOwner.Team && !kinds.Any(CallKinds.TellPeople.Contains))
                yield return $"{record.Reference}: belongs to a team that was not told.";
            if (record.Owner == CaseOwner.Customer && !kinds.Contains(CallKinds.Ask))
                yield return $"{record.Reference}: waits for a customer who was not asked.";
        }
    }

    private static IEnumerable<string> InOrder(JournalView journal)
    {
        var closing = journal.Entries.Where(entry => entry.Closes is not null).ToList();
        foreach (var entry in closing.Where(entry => !(journal.Find(entry.Closes)?.Sequence < entry.Sequence)))
            yield return $"{JournalView.CaseOf(entry)}: {entry.Kind} {entry.Key} finishes what was not begun.";
        foreach (var twice in closing.GroupBy(entry => entry.Closes).Where(same => same.Skip(1).Any()))
            yield return $"{JournalView.CaseOf(twice.First())}: {twice.Key} is finished {twice.Count()} times.";
        foreach (var first in journal.ByCase.Select(entries => entries.First()).Where(first => first.IssueId.Length > 0))
        {
            if (first.Kind is not (JournalEntryKind.Decision or JournalEntryKind.Turn))
                yield return $"{JournalView.CaseOf(first)}: {first.Kind} stands before any decision.";
        }
    }

    // What waits for approval may wait, unless a later turn was decided since.
    private static IEnumerable<string> Finished(Remains remains, JournalView journal)
    {
        var last = journal
            .Decisions.ToLookup(decision => JournalView.CaseOf(decision.Entry), decision => decision.Entry.Key)
            .Select(same => same.Last())
            .ToHashSet();
        return remains
            .Unfinished.Where(entry => entry.Kind != JournalEntryKind.ApprovalRequest || !last.Contains(JournalView.DecisionOf(entry)))
            .Select(entry => $"{JournalView.CaseOf(entry)}: {entry.Kind} {entry.Key} is unfinished.");
    }
}
