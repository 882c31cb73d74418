using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>Of every decision something comes: its effects, or a person is told.</summary>
internal static class DecisionPromises
{
    private const string Escalated = "escalated";

    public static IEnumerable<string> Violations(Remains remains, JournalView journal)
    {
        var called = remains.Calls.Where(call => CallKinds.TellPeople.Contains(call.Kind)).Select(call => call.Key).ToHashSet();
        var told = journal
            .Intents.Where(intent =>
                CallKinds.TellPeople.Contains(JournalView.HandlerOf(intent)) && called.Contains(JournalView.EffectOf(intent))
            )
            .ToLookup(JournalView.DecisionOf);
        return
        [
            .. journal.Decisions.SelectMany(decision => Ended(decision, journal, told[decision.Entry.Key!].Any())),
            .. ToldAsWritten(remains, journal),
        ];
    }

    private static IEnumerable<string> Ended(DecisionView decision, JournalView journal, bool isTold)
    {
        var name = $"{JournalView.CaseOf(decision.Entry)}: {string.Join(' ', decision.First)}";
        var end = journal.EndOf(decision.Entry);
        if (decision.Entry.IsOpen && end is null)
            yield return $"{name}: decided, and what became of it is not written.";
        if ((end ?? decision.Entry).Label == Escalated)
        {
            if (!isTold)
                yield return $"{name}: escalated, and no person was told.";
            yield break;
        }

        foreach (var action in decision.Actions.Where(action => journal.Find($"result/{action}")?.Label != "succeeded"))
            yield return $"{name}: {(end ?? decision.Entry).Label}, and the action {action} did not succeed.";
    }

    private static IEnumerable<string> ToldAsWritten(Remains remains, JournalView journal)
    {
        var takenBack = journal
            .Entries.Where(entry => entry is { Kind: JournalEntryKind.ActionResult, Label: "undone" or "undoFailed" })
            .Select(JournalView.EffectOf)
            .ToHashSet();
        return remains
            .Calls.SelectMany(call => call.Told, (call, told) => (call.Case, told.Key, told.Value))
            .Where(told => told.Value == ActionState.Succeeded && takenBack.Contains(told.Key))
            .Select(told => $"{told.Case}: a person was told that {told.Key} is done, and it was taken back.");
    }
}
