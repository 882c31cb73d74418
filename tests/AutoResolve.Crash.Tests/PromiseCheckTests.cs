using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Tests;

/// <summary>Each promise, broken.</summary>
public sealed class PromiseCheckTests
{
    private static readonly JournalEntry Decision = new() { At = DateTimeOffset.UnixEpoch, Sequence = 1, Kind = JournalEntryKind.Decision, IssueId = "issue-1", Key = "decision/1", IsOpen = true, Label = "fixed" };
    private static readonly JournalEntry Intent = Decision with { Sequence = 2, Kind = JournalEntryKind.Intent, Key = "intent/k", Label = "begun" };
    private static readonly JournalEntry Result = Decision with { Sequence = 3, Kind = JournalEntryKind.ActionResult, Key = "result/k", Label = "succeeded", IsOpen = false, Closes = "intent/k" };
    private static readonly JournalEntry Disposition = Decision with { Sequence = 4, Kind = JournalEntryKind.Disposition, Key = "disposition/decision/1", IsOpen = false, Closes = "decision/1" };
    private static readonly Effect Letter = new("issue-1", "send-letter", "k", 1, SawIntent: true);
    private static readonly Effect Flag = Letter with { Action = "set-flag" };

    private static readonly Remains Sound = new()
    {
        Issues = ["issue-1"],
        Entries = [Decision, Intent, Result, Disposition],
        Unfinished = [],
        Effects = [Letter],
        Escalations = [],
        Deliveries = ["issue-1"],
        Acknowledged = ["issue-1"],
    };

    [Fact]
    public void Violations_OfSoundRemains_AreNone()
    {
        Assert.Empty(PromiseCheck.Violations(Sound));
        Assert.Empty(PromiseCheck.Violations(Sound with { Effects = [Flag, Flag] }));
    }

    [Fact]
    public void Violations_OfBrokenRemains_NameWhatIsBroken()
    {
        var inDoubt = Result with { Label = "inDoubt" };
        var escalated = Disposition with { Label = "escalated" };
        var approval = Decision with { Sequence = 5, Kind = JournalEntryKind.Approval, Key = "approval/k", IsOpen = false };
        var undone = Result with { Sequence = 5, Key = "undone/k", Label = "undone", Closes = null };
        (Remains Remains, string Found)[] broken =
        [
            (Sound with { Entries = [] }, "acknowledged, and its decision is lost"),
            (Sound with { Entries = [], Effects = [], Acknowledged = [] }, "never decided"),
            (Sound with { Acknowledged = [] }, "never acknowledged"),
            (Sound with { Entries = [.. Sound.Entries, Decision with { Sequence = 9, Key = "decision/2", IsOpen = false }] }, "decided 2 times"),
            (Sound with { Effects = [Letter, Letter] }, "send-letter happened 2 times"),
            (Sound with { Effects = [Flag, Flag with { Key = "other" }] }, "several keys"),
            (Sound with { Effects = [Letter, Letter with { Issue = "issue-2" }] }, "shares the key"),
            (Sound with { Effects = [Letter with { SawIntent = false }] }, "without an intent"),
            (Sound with { Entries = [Decision, Disposition] }, "without an intent"),
            (Sound with { Effects = [] }, "nothing happened"),
            (Sound with { Entries = [Decision, Intent, Result] }, "what became of it is not written"),
            (Sound with { Entries = [Decision, Intent, Result, escalated] }, "no person was told"),
            (Sound with { Entries = [Decision, Intent, inDoubt, Disposition] }, "an action did not succeed, and no person was told"),
            (Sound with { Entries = [.. Sound.Entries, approval] }, "an action was approved, and what became of it is not written"),
            (Sound with { Entries = [.. Sound.Entries, undone], Escalations = [new Escalation("issue-1", new Dictionary<string, ActionFate> { ["k"] = ActionFate.Succeeded })] }, "taken back"),
            (Sound with { Entries = [Intent with { Sequence = 0 }, .. Sound.Entries] }, "Intent stands before the decision"),
            (Sound with { Entries = [Decision, Result, Intent with { Sequence = 7 }, Disposition] }, "finishes what was not begun"),
            (Sound with { Unfinished = [Intent] }, "is unfinished"),
        ];

        Assert.All(broken, one => Assert.Contains(PromiseCheck.Violations(one.Remains), violation => violation.Contains(one.Found, StringComparison.Ordinal)));
    }
}
