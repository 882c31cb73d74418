using AutoResolve.Journaling;
using AutoResolve.Scenarios.Running;
using AutoResolve.Scenarios.Telling;
using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Promises;

/// <summary>What holds whatever goes wrong.</summary>
internal static class PromiseCheck
{
    private static readonly string[] Unrepeatable = ["letter", "erase"];

    /// <summary>Finds broken promises.</summary>
    /// <param name="story">The story.</param>
    /// <param name="faultless">How it ends where nothing goes wrong.</param>
    /// <param name="end">How it ended.</param>
    /// <returns>A sentence for each; empty where all are kept.</returns>
    public static IReadOnlyList<string> Violations(Story story, StoryEnd faultless, StoryEnd end) =>
        [
            .. end.Problems,
            .. Lost(story, faultless, end),
            .. TooMany(story, faultless, end),
            .. Repeated(faultless, end),
            .. Untrue(end),
            .. Unowned(story, end),
            .. LeftOver(end),
        ];

    private static int KeysOf(StoryEnd end, string line) =>
        end.Calls.Where(call => call.Line == line && !call.IsRefused).DistinctBy(call => call.Key).Count();

    /// <summary>Every effect happens, or a person gets the case and is told what was not done.</summary>
    private static IEnumerable<string> Lost(Story story, StoryEnd faultless, StoryEnd end)
    {
        foreach (var expected in story.Effects.GroupBy(effect => effect))
        {
            // Attempts at one effect are one effect: where one of them was heeded the others are not needed.
            var attempts = expected.Count() - KeysOf(faultless, expected.Key);
            var missing = expected.Count() - attempts - KeysOf(end, expected.Key);
            var told = end.Calls.Where(call => call.TellsPerson && !call.IsRefused && call.Started > end.Struck);
            if (missing > 0 && !told.Any(call => IsAbout(expected.Key, call) && Says(call.Handover, expected.Key)))
                yield return $"'{expected.Key}' did not happen, and no person was told so.";
        }
    }

    // Where a case itself is new to a person, there is nothing to say of effects.
    private static bool Says(Handover? handover, string effect)
    {
        var handler = effect.Split(' ')[0] is var verb && verb == World.Answer ? "reply" : verb;
        return handler is World.Escalate or World.Update
            || handover is { Actions.Count: 0 }
            || handover!.Actions.Any(action => action.Handler == handler && action.State != ActionState.Succeeded);
    }

    /// <summary>Nothing happens that should not, and nothing under two keys. Only what a person is told may be more.</summary>
    private static IEnumerable<string> TooMany(Story story, StoryEnd faultless, StoryEnd end)
    {
        foreach (var happened in end.Calls.Where(call => !call.IsRefused).GroupBy(call => call.Line))
        {
            var first = happened.First();
            var keys = Keys(happened);
            var asPlanned = Keys(faultless.Calls.Where(call => !call.IsRefused && call.Line == happened.Key));
            var allowed = first.TellsPerson && end.Struck is not null ? asPlanned + 1 : asPlanned;
            if (!first.TellsPerson && !story.Effects.Contains(happened.Key))
                yield return $"'{happened.Key}' happened and should not.";
            else if (keys > allowed)
                yield return $"'{happened.Key}' happened under {keys} keys instead of {allowed}.";
        }

        static int Keys(IEnumerable<WorldCall> calls) => calls.Select(call => call.Key).Distinct().Count();
    }

    /// <summary>A call is made again only where the fault fell between it and its record, and never where that would do it twice.</summary>
    private static IEnumerable<string> Repeated(StoryEnd faultless, StoryEnd end)
    {
        foreach (var same in end.Calls.GroupBy(call => call.Key))
        {
            // Keys differ from journal to journal.
            var (first, calls) = (same.First(), same.Count());
            var asPlanned = faultless.Calls.Where(call => call.Line == first.Line).CountBy(call => call.Key).Select(call => call.Value);
            if (calls <= asPlanned.DefaultIfEmpty(1).Max())
                continue;
            if (Unrepeatable.Contains(first.Verb))
                yield return $"{first} was called {calls} times.";
            else if (!same.Any(call => IsUnrecorded(call, end)))
                yield return $"{first} was called {calls} times, though the fault did not fall between a call and its record.";
        }
    }

    private static bool IsUnrecorded(WorldCall call, StoryEnd end) =>
        call.Started < end.Struck
        && !end.Written.Any(written =>
            written.Case == call.Case && written.When > (call.Done ?? call.Started) && written.When < end.Struck
        );

    /// <summary>Nothing is called done that was not.</summary>
    private static IEnumerable<string> Untrue(StoryEnd end)
    {
        foreach (var told in end.Tellings)
        {
            foreach (var problem in Untrue(told.Disposition.Actions, end, told.When))
                yield return $"To the {told.Request} it is said that {problem}";
            var (outcome, status) = (told.Disposition.Outcome, told.Disposition.Status);
            if (status is not (DispositionStatus.Done or DispositionStatus.Duplicate))
                continue;
            var verb = outcome switch
            {
                Outcome.Answered => World.Answer,
                Outcome.Asked => World.Ask,
                Outcome.Routed => World.Route,
                _ => null,
            };
            if (verb is not null && !Happened(end, told, verb) && !(verb == World.Route && Happened(end, told, World.Update)))
                yield return $"To the {told.Request} it is said '{outcome}', and there was no such call.";
            var failed = told.Disposition.Actions.FirstOrDefault(action => action.State != ActionState.Succeeded);
            if (outcome == Outcome.Fixed && failed is not null)
                yield return $"To the {told.Request} it is said 'Fixed', but {failed.Handler} is {failed.State}.";
        }

        foreach (var call in end.Calls)
        {
            foreach (var problem in Untrue(call.Handover?.Actions ?? [], end, call.Started))
                yield return $"With {call} a person is told that {problem}";
        }
    }

    private static IEnumerable<string> Untrue(IReadOnlyList<ActionReport> reports, StoryEnd end, long when) =>
        from report in reports
        where report.State == ActionState.Succeeded && !end.Calls.Any(call => call.Key == report.Key && call.Done < when)
        select $"{report.Handler} succeeded, and it did not.";

    private static bool Happened(StoryEnd end, Told told, string verb) =>
        end.Calls.Any(call =>
            call.Verb == verb
            && (call.Case == told.Case || call.Case == told.Case with { IssueId = told.Disposition.Resolution.IssueId })
            && call.Done < told.When
        );

    /// <summary>Each case has an owner, and it is the one that the story says, unless a person got it for the fault.</summary>
    private static IEnumerable<string> Unowned(Story story, StoryEnd end)
    {
        foreach (var (reference, record) in end.Cases)
        {
            var owner = end.OwnerOf(reference);
            var expected = story.Owners.GetValueOrDefault(reference.ToString());
            if (record is null)
                yield return $"The journal knows no case {reference}.";
            else if (record.Owner == CaseOwner.Automation)
                yield return $"The case {reference} is left with automation{(record.IsLeased ? ", and leased" : "")}.";
            else if (expected is not null && owner != expected && !(IsTeam(record) && WasEscalated(story, end, reference)))
                yield return $"The owner of {reference} is {owner}; should be {expected}.";
        }
    }

    private static bool IsTeam(CaseRecord record) => record.Owner == CaseOwner.Team;

    // More often than told in the story, or of something that was not done.
    private static bool WasEscalated(Story story, StoryEnd end, CaseReference reference)
    {
        var told = end.Calls.Where(call => call.TellsPerson && call.Case == reference && !call.IsRefused).ToList();
        return told.CountBy(call => call.Line).Any(line => line.Value > story.Effects.Count(effect => effect == line.Key))
            || told.Exists(call =>
                call.Started > end.Struck && call.Handover?.Actions.Any(action => action.State != ActionState.Succeeded) == true
            );
    }

    private static IEnumerable<string> LeftOver(StoryEnd end) =>
        from entry in end.Unfinished
        where entry.Kind is not (JournalEntryKind.ApprovalRequest or JournalEntryKind.Switch)
        select $"A {entry.Kind} of {new CaseReference(entry.Tenant, entry.IssueId)} is left unfinished.";

    private static bool IsAbout(string effect, WorldCall call) => effect.Split(' ')[1].TrimEnd(':') == call.Case.ToString();
}
