using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Tests;

/// <summary>Each promise, broken.</summary>
public sealed class PromiseCheckTests
{
    private const string Case = "case-1";

    private static readonly JournalEntry Decision = new()
    {
        At = DateTimeOffset.UnixEpoch,
        Sequence = 1,
        Kind = JournalEntryKind.Decision,
        IssueId = Case,
        Key = "decision/1",
        IsOpen = true,
        Label = "fixed",
        Content = DecisionOf("v0"),
    };

    private static readonly JournalEntry Intent = IntentOf(2, "k", "send-letter");
    private static readonly JournalEntry Result = ResultOf(3, "k", "send-letter");
    private static readonly JournalEntry Disposition = DispositionOf(4, "decision/1", "fixed");

    private static readonly JournalEntry Telling = IntentOf(3, "p", "escalate");
    private static readonly JournalEntry Told = ResultOf(4, "p", "escalate");
    private static readonly JournalEntry Escalated = DispositionOf(5, "decision/1", "escalated");

    private static readonly JournalEntry Request = IntentOf(5, "e", "erase") with
    {
        Kind = JournalEntryKind.ApprovalRequest,
        Key = "approval-request/e",
        Content = """{ "handler": "erase", "decision": "decision/1", "until": "1970-01-02T00:00:00Z" }""",
    };

    private static readonly JournalEntry Approval = IntentOf(6, "e", "erase") with
    {
        Kind = JournalEntryKind.Approval,
        Key = "approval/e",
        Closes = "approval-request/e",
    };

    private static readonly JournalEntry EraseIntent = IntentOf(7, "e", "erase");
    private static readonly JournalEntry EraseResult = ResultOf(8, "e", "erase");
    private static readonly JournalEntry ApprovalEnd = DispositionOf(9, "approval/e", "fixed");

    private static readonly Call Letter = new()
    {
        Host = "host1",
        Kind = "send-letter",
        Case = Case,
        About = "v0",
        Content = "v0",
        Key = "k",
        Held = 90,
        Begun = 100,
        SawIntent = true,
    };

    private static readonly Call Flag = Letter with { Kind = "set-flag" };
    private static readonly Call Again = Flag with { Host = "host2", Held = 180, Begun = 200 };
    private static readonly Call Person = Letter with { Kind = "escalate", About = null, Content = "team", Key = "p" };
    private static readonly Call Erase = Letter with { Kind = "erase", Key = "e" };
    private static readonly Fault Kill = new(FaultKind.KilledAtWork, "host1", 150, 160);
    private static readonly Delivery Delivered = new(Case, ["v0"], new Reply { Outcome = Outcome.Fixed, Done = ["k"] });

    private static readonly CaseRecord Record = new()
    {
        Reference = new CaseReference(null, Case),
        Owner = CaseOwner.Nobody,
        Version = 3,
    };

    private static readonly Remains Sound = new()
    {
        Cases = [Record],
        Entries = [Decision, Intent, Result, Disposition],
        Unfinished = [],
        Calls = [Letter],
        Faults = [],
        Deliveries = [Delivered],
        Approvings = [],
    };

    private static readonly Remains SoundApproved = Sound with
    {
        Entries = [.. Sound.Entries, Request, Approval, EraseIntent, EraseResult, ApprovalEnd],
        Calls = [Letter, Erase],
        Approvings = [new Approving(Case, "e", null, new Reply { Outcome = Outcome.Fixed, Done = ["e"] })],
    };

    private static readonly Remains SoundEscalated = Sound with
    {
        Entries = [Decision, Intent, Result, Telling, Told, Escalated],
        Calls = [Letter, Person],
        Cases = [Record with { Owner = CaseOwner.Team }],
    };

    [Fact]
    public void Violations_OfSoundRemains_AreNone()
    {
        Assert.Empty(PromiseCheck.Violations(Sound));
        Assert.Empty(PromiseCheck.Violations(SoundApproved));
        Assert.Empty(PromiseCheck.Violations(SoundEscalated));
        Assert.Empty(
            PromiseCheck.Violations(
                SoundEscalated with
                {
                    Calls = [Letter, Person with { SawIntent = false }],
                    Faults = [Kill with { Kind = FaultKind.JournalFailed, From = 90, Until = 95 }],
                }
            )
        );
        Assert.Empty(PromiseCheck.Violations(Sound with { Entries = [.. Sound.Entries, Request], Unfinished = [Request] }));
    }

    [Fact]
    public void Violations_OfSecondCallAfterFault_AreNone()
    {
        var lost = Again with { Held = 60 };
        var stop = Kill with { Kind = FaultKind.Stopped };
        (Call Again, Fault Excuse)[] excuses =
        [
            (Again, Kill),
            (Again, Kill with { Host = null }),
            (Again, stop with { From = 80, Until = 500 }),
            // It stood still between making sure that the case was its own and the call.
            (Again, stop with { From = 92, Until = 95 }),
            // Who called again had lost the case while it stood still, before the other called.
            (lost, stop with { Host = "host2", From = 70, Until = 190 }),
            (lost with { SawResult = true }, stop with { Host = "host2", From = 70, Until = 190 }),
        ];

        Assert.All(excuses, one => Assert.Empty(PromiseCheck.Violations(Sound with { Calls = [Flag, one.Again], Faults = [one.Excuse] })));
    }

    [Fact]
    public void Violations_OfBrokenRemains_NameWhatIsBroken()
    {
        var unwritten = Delivered with { Answer = new Reply { IsUnwritten = true } };
        var again = Decision with { Sequence = 9, Key = "decision/2", IsOpen = false };
        var later = again with { Sequence = 5, Content = DecisionOf("v1") };
        var undone = Result with { Sequence = 5, Key = "undone/k", Label = "undone", Closes = null };
        var toldDone = Person with { Told = new Dictionary<string, ActionState> { ["k"] = ActionState.Succeeded } };
        var late = Approval with { At = DateTimeOffset.UnixEpoch.AddDays(2) };
        var granted = SoundApproved.Approvings[0];
        List<JournalEntry> approved = [.. SoundApproved.Entries];
        (Remains Remains, string Found)[] broken =
        [
            (Sound with { Entries = [], Calls = [] }, "v0 is lost"),
            (Sound with { Deliveries = [Delivered, Delivered with { Heard = ["t1"] }] }, "t1 is lost"),
            (Sound with { Deliveries = [Delivered, unwritten] }, "given to a person without the journal, and no person was told"),
            (Sound with { Entries = [.. Sound.Entries, again] }, "v0 was decided 2 times"),
            (
                Sound with
                {
                    Deliveries = [Delivered with { Answer = new Reply { Done = ["x"] } }],
                },
                "x was said to be done, and nothing happened"
            ),
            (Sound with { Calls = [Letter, Letter] }, "send-letter k was called 2 times"),
            (Sound with { Calls = [Letter, Letter with { Begun = 200 }], Faults = [Kill] }, "send-letter k was called 2 times"),
            (Sound with { Calls = [Flag, Flag with { Key = "other" }] }, "has two keys"),
            (
                SoundEscalated with
                {
                    Entries = [.. SoundEscalated.Entries, Telling with { Key = "intent/q" }],
                    Calls = [Letter, Person, Person with { Key = "q" }],
                },
                "has two keys"
            ),
            (Sound with { Calls = [Letter, Letter with { Case = "case-2" }] }, "shares the key"),
            (Sound with { Calls = [Flag, Again] }, "without a fault in between"),
            (Sound with { Calls = [Flag, Again], Faults = [Kill with { Host = "host2" }] }, "without a fault in between"),
            (Sound with { Calls = [Flag, Again], Faults = [Kill with { From = 300, Until = 310 }] }, "without a fault in between"),
            (Sound with { Calls = [Flag, Again], Faults = [Kill with { From = 70, Until = 80 }] }, "without a fault in between"),
            (Sound with { Calls = [Flag, Again with { SawResult = true }], Faults = [Kill] }, "without a fault in between"),
            (Sound with { Calls = [Letter with { SawIntent = false }] }, "without an intent"),
            (SoundEscalated with { Calls = [Letter, Person with { SawIntent = false }], Faults = [Kill] }, "without an intent"),
            (Sound with { Entries = [Decision, Disposition] }, "without an intent"),
            (Sound with { Calls = [] }, "nothing happened"),
            (Sound with { Entries = [Decision, Intent, Result] }, "what became of it is not written"),
            (Sound with { Entries = [Decision, Intent, Result, Escalated] }, "escalated, and no person was told"),
            (Sound with { Entries = [Decision, Intent, Result with { Label = "inDoubt" }, Disposition] }, "the action k did not succeed"),
            (SoundEscalated with { Entries = [.. SoundEscalated.Entries, undone], Calls = [Letter, toldDone] }, "taken back"),
            (Sound with { Cases = [] }, "has no owner: the journal does not know it"),
            (Sound with { Cases = [Record with { Owner = CaseOwner.Automation }] }, "still with automation"),
            (Sound with { Cases = [Record with { IsLeased = true }] }, "still with automation"),
            (Sound with { Cases = [Record with { Owner = CaseOwner.Team }] }, "a team that was not told"),
            (Sound with { Cases = [Record with { Owner = CaseOwner.Customer }] }, "a customer who was not asked"),
            (Sound with { Entries = [Intent with { Sequence = 0 }, .. Sound.Entries] }, "Intent stands before any decision"),
            (Sound with { Entries = [Decision, Result, Intent with { Sequence = 7 }, Disposition] }, "finishes what was not begun"),
            (Sound with { Entries = [.. Sound.Entries, Disposition with { Sequence = 9, Key = "d" }] }, "decision/1 is finished 2 times"),
            (Sound with { Unfinished = [Intent] }, "is unfinished"),
            (SoundApproved with { Entries = [.. approved, again], Unfinished = [Request] }, "approval-request/e is unfinished"),
            (SoundApproved with { Entries = [.. approved.Where(entry => entry != Approval)] }, "nobody had approved it"),
            (SoundApproved with { Entries = [.. approved, later] }, "though a later turn had been decided"),
            (SoundApproved with { Entries = [.. approved.Select(entry => entry == Approval ? late : entry)] }, "though its time was over"),
            (SoundApproved with { Approvings = [granted with { Forbidden = Forbidden.Stale }] }, "had to be refused (Stale)"),
            (SoundApproved with { Approvings = [granted, granted] }, "granted twice"),
            (SoundApproved with { Calls = [Letter, Erase, Erase] }, "erase e was called 2 times"),
            (SoundApproved with { Entries = [.. approved.SkipLast(1)] }, "an action was approved, and what became of it is not written"),
            (
                SoundApproved with
                {
                    Entries = [.. approved.SkipLast(1), ApprovalEnd with { Label = "escalated" }],
                },
                "what was approved did not succeed, and no person was told"
            ),
        ];

        Assert.All(broken, one =>
            Assert.Contains(PromiseCheck.Violations(one.Remains), violation => violation.Contains(one.Found, StringComparison.Ordinal))
        );
    }

    private static string DecisionOf(string version) =>
        $$"""
            { "issue": { "text": "{{version}} of the issue.", "turns": [] }, "newTurns": [], "actions": [ { "key": "k" } ] }
            """;

    private static JournalEntry IntentOf(long sequence, string key, string handler) =>
        Decision with
        {
            Sequence = sequence,
            Kind = JournalEntryKind.Intent,
            Key = $"intent/{key}",
            Label = "begun",
            Content = $$"""{ "handler": "{{handler}}", "decision": "decision/1" }""",
        };

    private static JournalEntry ResultOf(long sequence, string key, string handler) =>
        IntentOf(sequence, key, handler) with
        {
            Kind = JournalEntryKind.ActionResult,
            Key = $"result/{key}",
            Label = "succeeded",
            IsOpen = false,
            Closes = $"intent/{key}",
        };

    private static JournalEntry DispositionOf(long sequence, string closes, string label) =>
        Decision with
        {
            Sequence = sequence,
            Kind = JournalEntryKind.Disposition,
            Key = $"disposition/{closes}",
            Label = label,
            IsOpen = false,
            Closes = closes,
            Content = "{}",
        };
}
