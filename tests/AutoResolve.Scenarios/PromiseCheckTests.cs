using AutoResolve.Journaling;
using AutoResolve.Scenarios.Faults;
using AutoResolve.Scenarios.Promises;
using AutoResolve.Scenarios.Running;
using AutoResolve.Scenarios.Telling;
using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios;

/// <summary>Each promise, broken on what a run might leave behind.</summary>
public sealed class PromiseCheckTests
{
    private static readonly CaseReference Reference = new(null, "A");

    private static readonly Story Letter = StoryReader.Parse(
        "letter",
        """
        {
          "title": "A letter and an answer",
          "rules": [],
          "steps": [],
          "effects": [ "letter A: to=x", "answer A: Done." ],
          "owners": { "A": "nobody" }
        }
        """
    );

    private static readonly StoryEnd Good = End(
        Owned(CaseOwner.Nobody),
        Call("letter", ": to=x", "k1", 1),
        Call("answer", ": Done.", "k2", 4)
    );

    [Fact]
    public void Violations_WhereAllIsWell_AreNone() => Assert.Empty(Violations(Good));

    [Fact]
    public void Violations_WhereAPersonIsToldInstead_AreNone() =>
        Assert.Empty(Violations(Struck(CaseOwner.Team, Call("letter", ": to=x", "k1", 1), Call("escalate", " to support", "k3", 20))));

    [Fact]
    public void Violations_WhereAPersonIsToldOfSomethingElse_SaySo()
    {
        var handover = new Handover
        {
            Summary = "Why.",
            Actions =
            [
                new ActionReport
                {
                    Handler = "look",
                    Key = "k9",
                    State = ActionState.Failed,
                },
            ],
        };

        AssertBroken(
            "'answer A: Done.' did not happen, and no person was told so",
            Struck(CaseOwner.Team, Call("letter", ": to=x", "k1", 1), Call("escalate", " to support", "k3", 20, handover))
        );
    }

    [Fact]
    public void Violations_WhereAnEffectIsLost_SaySo() =>
        AssertBroken("'answer A: Done.' did not happen", Struck(CaseOwner.Nobody, Call("letter", ": to=x", "k1", 1)));

    [Fact]
    public void Violations_WhereSomethingElseHappens_SaySo() =>
        AssertBroken("'letter A: to=y' happened and should not", With(Call("letter", ": to=y", "k3", 20)));

    [Fact]
    public void Violations_WhereAnEffectHasTwoKeys_SaySo() => AssertBroken("under 2 keys", With(Call("answer", ": Done.", "k3", 20)));

    [Fact]
    public void Violations_WhereALetterIsSentTwice_SaySo() => AssertBroken("called 2 times", With(Call("letter", ": to=x", "k1", 20)));

    [Fact]
    public void Violations_WhereACallIsRepeatedAfterItsRecord_SaySo() =>
        AssertBroken(
            "did not fall between",
            With(Call("answer", ": Done.", "k2", 20)) with
            {
                Written = [new FaultPlan.Written(Reference, 6)],
            }
        );

    [Fact]
    public void Violations_WhereACallIsRepeatedBeforeItsRecord_AreNone() =>
        Assert.Empty(Violations(With(Call("answer", ": Done.", "k2", 20))));

    [Fact]
    public void Violations_WhereItIsCalledDoneAndIsNot_SaySo()
    {
        var report = new ActionReport
        {
            Handler = "letter",
            Key = "k9",
            State = ActionState.Succeeded,
        };
        var resolution = new Resolution
        {
            IssueId = "A",
            Outcome = Outcome.Fixed,
            Reason = default,
            Summary = "",
        };
        var disposition = new Disposition
        {
            Resolution = resolution,
            Outcome = Outcome.Fixed,
            Summary = "",
            Actions = [report],
        };

        AssertBroken("letter succeeded, and it did not", Good with { Tellings = [new Told("delivery", Reference, disposition, 30)] });
    }

    [Fact]
    public void Violations_WhereNoCallWasMadeForTheOutcome_SaySo()
    {
        var resolution = new Resolution
        {
            IssueId = "A",
            Outcome = Outcome.Asked,
            Reason = default,
            Summary = "",
        };
        var disposition = new Disposition
        {
            Resolution = resolution,
            Outcome = Outcome.Asked,
            Summary = "",
        };

        AssertBroken("'Asked', and there was no such call", Good with { Tellings = [new Told("delivery", Reference, disposition, 30)] });
    }

    [Fact]
    public void Violations_WhereACaseIsLeftWithAutomation_SaySo() =>
        AssertBroken("left with automation", Good with { Cases = Owned(CaseOwner.Automation) });

    [Fact]
    public void Violations_WhereACaseHasTheWrongOwner_SaySo() =>
        AssertBroken("The owner of A is customer", Good with { Cases = Owned(CaseOwner.Customer) });

    [Fact]
    public void Violations_WhereTheJournalLostACase_SaySo() =>
        AssertBroken("knows no case A", Good with { Cases = new Dictionary<CaseReference, CaseRecord?> { [Reference] = null } });

    [Fact]
    public void Violations_WhereAnEntryIsLeftOpen_SaySo() =>
        AssertBroken(
            "A Intent of A is left unfinished",
            Good with
            {
                Unfinished =
                [
                    new JournalEntry
                    {
                        At = default,
                        Kind = JournalEntryKind.Intent,
                        IssueId = "A",
                    },
                ],
            }
        );

    private static void AssertBroken(string sentence, StoryEnd end) =>
        Assert.Contains(Violations(end), violation => violation.Contains(sentence, StringComparison.Ordinal));

    private static IReadOnlyList<string> Violations(StoryEnd end) => PromiseCheck.Violations(Letter, Good, end);

    private static StoryEnd Struck(CaseOwner owner, params WorldCall[] calls) => End(Owned(owner), calls) with { Struck = 10 };

    private static StoryEnd With(WorldCall call) => Good with { Calls = [.. Good.Calls, call], Struck = 10 };

    private static WorldCall Call(string verb, string details, string key, long when, Handover? handover = null) =>
        new()
        {
            Verb = verb,
            Case = Reference,
            Key = key,
            Line = $"{verb} A{details}",
            Handover = handover ?? new Handover { Summary = "Why." },
            Started = when,
            Done = when + 1,
        };

    private static Dictionary<CaseReference, CaseRecord?> Owned(CaseOwner owner) =>
        new()
        {
            [Reference] = new CaseRecord { Reference = Reference, Owner = owner },
        };

    private static StoryEnd End(IReadOnlyDictionary<CaseReference, CaseRecord?> cases, params WorldCall[] calls) =>
        new()
        {
            Fault = null,
            Misunderstandings = [],
            Problems = [],
            Calls = calls,
            Tellings = [],
            Cases = cases,
            Unfinished = [],
            Writes = 0,
            Struck = null,
            Written = [],
        };
}
