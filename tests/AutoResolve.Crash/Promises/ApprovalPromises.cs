using System.Globalization;
using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>What a person must approve happens once, after it was approved, in time, and as long as nothing was decided since.</summary>
internal static class ApprovalPromises
{
    private const string Escalated = "escalated";

    public static IEnumerable<string> Violations(Remains remains, JournalView journal) =>
        [.. Approved(remains, journal), .. InTime(journal), .. Refused(remains), .. Followed(remains, journal)];

    private static IEnumerable<string> Approved(Remains remains, JournalView journal) =>
        remains
            .Calls.Where(call => call.Kind == CallKinds.Erase)
            .Where(call => !(journal.Find($"approval/{call.Key}")?.Sequence < journal.Find($"intent/{call.Key}")?.Sequence))
            .Select(call => $"{call.Case}: {call.Kind} {call.Key} happened, and nobody had approved it.");

    private static IEnumerable<string> InTime(JournalView journal)
    {
        foreach (var approval in journal.Entries.Where(entry => entry.Kind == JournalEntryKind.Approval))
        {
            var decision = journal.Find(JournalView.DecisionOf(approval));
            var isStale = journal
                .ByCase[JournalView.CaseOf(approval)]
                .Any(entry =>
                    entry.Kind == JournalEntryKind.Decision && entry.Sequence > decision?.Sequence && entry.Sequence < approval.Sequence
                );
            if (isStale)
                yield return $"{JournalView.CaseOf(approval)}: {approval.Key} was written though a later turn had been decided.";
            var until = journal.Find(approval.Closes) is { } request ? JournalView.Text(request, "until") : null;
            if (until is null || DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) < approval.At.AddMinutes(-1))
                yield return $"{JournalView.CaseOf(approval)}: {approval.Key} was written though its time was over.";
        }
    }

    private static IEnumerable<string> Refused(Remains remains)
    {
        foreach (var approving in remains.Approvings.Where(one => one is { Forbidden: not null, Answer.Refusal: null }))
            yield return $"{approving.Case}: the approval of {approving.Key} had to be refused ({approving.Forbidden}), and was granted.";
        var granted = remains.Approvings.Where(one => one.Answer.Done.Contains(one.Key)).GroupBy(one => one.Key);
        foreach (var twice in granted.Where(same => same.Skip(1).Any()))
            yield return $"{twice.First().Case}: the approval of {twice.Key} was granted twice.";
    }

    private static IEnumerable<string> Followed(Remains remains, JournalView journal)
    {
        var called = remains.Calls.Select(call => call.Key).ToHashSet();
        foreach (var approval in journal.Entries.Where(entry => entry.Kind == JournalEntryKind.Approval))
        {
            var end = journal.EndOf(approval);
            var isTold = journal.Intents.Any(intent =>
                intent.Sequence > approval.Sequence
                && JournalView.DecisionOf(intent) == JournalView.DecisionOf(approval)
                && CallKinds.TellPeople.Contains(JournalView.HandlerOf(intent))
                && called.Contains(JournalView.EffectOf(intent))
            );
            if (end is null)
                yield return $"{JournalView.CaseOf(approval)}: an action was approved, and what became of it is not written.";
            else if (end.Label == Escalated && !isTold)
                yield return $"{JournalView.CaseOf(approval)}: what was approved did not succeed, and no person was told.";
        }
    }
}
