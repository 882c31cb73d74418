using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>Holds what was left behind against what is promised.</summary>
internal static class PromiseCheck
{
    private static readonly HashSet<string> Repeatable = ["set-flag"];

    private const string Escalated = "escalated";

    /// <returns>What is broken, in words; empty where all holds.</returns>
    public static IEnumerable<string> Violations(Remains remains)
    {
        var byIssue = remains.Entries.ToLookup(entry => entry.IssueId);
        return
        [
            .. DecidedOnce(remains, byIssue),
            .. EffectsOnce(remains),
            .. EffectsIntended(remains),
            .. DoneAsWritten(remains),
            .. Ended(remains, byIssue),
            .. ApprovalsFollowed(remains, byIssue),
            .. ToldAsWritten(remains),
            .. InOrder(byIssue),
            .. remains.Unfinished.Select(entry => $"{entry.IssueId}: {entry.Kind} {entry.Key} is unfinished."),
        ];
    }

    private static IEnumerable<string> DecidedOnce(Remains remains, ILookup<string, JournalEntry> byIssue)
    {
        var acknowledged = remains.Acknowledged.ToHashSet();
        foreach (var issue in remains.Issues)
        {
            var decisions = byIssue[issue].Count(entry => entry.Kind == JournalEntryKind.Decision);
            if (!acknowledged.Contains(issue))
                yield return $"{issue}: never acknowledged.";
            if (decisions == 0)
                yield return acknowledged.Contains(issue) ? $"{issue}: acknowledged, and its decision is lost." : $"{issue}: never decided.";
            if (decisions > 1)
                yield return $"{issue}: decided {decisions} times.";
        }
    }

    private static IEnumerable<string> EffectsOnce(Remains remains)
    {
        foreach (var same in remains.Effects.GroupBy(effect => (effect.Issue, effect.Action)))
        {
            if (!Repeatable.Contains(same.Key.Action) && same.Count() > 1)
                yield return $"{same.Key.Issue}: {same.Key.Action} happened {same.Count()} times.";
            if (same.Select(effect => effect.Key).Distinct().Count() > 1)
                yield return $"{same.Key.Issue}: {same.Key.Action} happened with several keys.";
        }

        foreach (var shared in remains.Effects.GroupBy(effect => effect.Key).Where(same => same.Select(effect => effect.Issue).Distinct().Count() > 1))
            yield return $"{shared.First().Issue}: shares the key of {shared.First().Action} with another issue.";
    }

    private static IEnumerable<string> EffectsIntended(Remains remains)
    {
        var intended = Keys(remains, JournalEntryKind.Intent);
        return remains.Effects
            .Where(effect => !effect.SawIntent || !intended.Contains(effect.Key))
            .Select(effect => $"{effect.Issue}: {effect.Action} happened without an intent written before.");
    }

    // What the journal says succeeded was done.
    private static IEnumerable<string> DoneAsWritten(Remains remains)
    {
        var done = remains.Effects.Select(effect => effect.Key).ToHashSet();
        return remains.Entries
            .Where(entry => entry is { Kind: JournalEntryKind.ActionResult, Label: "succeeded" or "undone" } && !done.Contains(KeyOf(entry)))
            .Select(entry => $"{entry.IssueId}: the journal says that {entry.Key} {entry.Label}, and nothing happened.");
    }

    private static IEnumerable<string> Ended(Remains remains, ILookup<string, JournalEntry> byIssue)
    {
        var escalated = remains.Escalations.Select(escalation => escalation.Issue).ToHashSet();
        foreach (var issue in remains.Issues)
        {
            var decision = byIssue[issue].FirstOrDefault(entry => entry.Kind == JournalEntryKind.Decision);
            var dispositions = byIssue[issue].Where(entry => entry.Kind == JournalEntryKind.Disposition).ToList();
            if (decision is { IsOpen: true } && !dispositions.Exists(entry => entry.Closes == decision.Key))
                yield return $"{issue}: decided, and what became of it is not written.";
            if ((decision?.Label == Escalated || dispositions.Exists(entry => entry.Label == Escalated)) && !escalated.Contains(issue))
                yield return $"{issue}: escalated, and no person was told.";
            if (byIssue[issue].Any(entry => entry is { Kind: JournalEntryKind.ActionResult, Label: "inDoubt" or "undoFailed" or "failed" }) && !escalated.Contains(issue))
                yield return $"{issue}: an action did not succeed, and no person was told.";
        }
    }

    private static IEnumerable<string> ApprovalsFollowed(Remains remains, ILookup<string, JournalEntry> byIssue) => remains.Entries
        .Where(entry => entry.Kind == JournalEntryKind.Approval)
        .Where(approval => !byIssue[approval.IssueId].Any(entry => entry.Kind == JournalEntryKind.Disposition && entry.Sequence > approval.Sequence))
        .Select(approval => $"{approval.IssueId}: an action was approved, and what became of it is not written.");

    private static IEnumerable<string> ToldAsWritten(Remains remains)
    {
        var takenBack = remains.Entries.Where(entry => entry is { Kind: JournalEntryKind.ActionResult, Label: "undone" or "undoFailed" }).Select(KeyOf).ToHashSet();
        return remains.Escalations
            .SelectMany(escalation => escalation.Told.Where(told => told.Value == ActionFate.Succeeded && takenBack.Contains(told.Key)), (escalation, told) => (escalation.Issue, told.Key))
            .Select(told => $"{told.Issue}: a person was told that {told.Key} is done, and it was taken back.");
    }

    private static IEnumerable<string> InOrder(ILookup<string, JournalEntry> byIssue)
    {
        foreach (var issue in byIssue)
        {
            var places = issue.Where(entry => entry.Key is not null).DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key!, entry => entry.Sequence);
            foreach (var entry in issue.Where(entry => entry.Closes is not null && (!places.TryGetValue(entry.Closes, out var opened) || opened > entry.Sequence)))
                yield return $"{issue.Key}: {entry.Kind} {entry.Key} finishes what was not begun.";
            if (issue.FirstOrDefault() is { Kind: not JournalEntryKind.Decision } first)
                yield return $"{issue.Key}: {first.Kind} stands before the decision.";
        }
    }

    private static HashSet<string> Keys(Remains remains, JournalEntryKind kind) => [.. remains.Entries.Where(entry => entry.Kind == kind).Select(KeyOf)];

    // The last part of an entry's key is the key that its handler was given.
    private static string KeyOf(JournalEntry entry) => entry.Key![(entry.Key!.LastIndexOf('/') + 1)..];
}
