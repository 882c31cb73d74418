using AutoResolve.Tests.Decisions;
using CsCheck;

namespace AutoResolve.Tests.Actions;

/// <summary>Two hosts on a journal that fails, comes back and is slow, against what they were told and the journal says.</summary>
public sealed class KillSwitchModelTests
{
    // One host more than the other, so that steps about the same stop meet.
    private static readonly Gen<SwitchStep> Step = Gen.Select(
        Gen.Frequency(
            (5, Gen.Const(SwitchStepKind.Stop)),
            (3, Gen.Const(SwitchStepKind.Resume)),
            (4, Gen.Const(SwitchStepKind.Refresh)),
            (2, Gen.Const(SwitchStepKind.CannotWrite)),
            (2, Gen.Const(SwitchStepKind.CanWrite)),
            (6, Gen.Enum<SwitchStepKind>())
        ),
        Gen.Frequency((3, Gen.Const(0)), (1, Gen.Const(1))),
        Gen.Bool,
        (kind, host, isOfRule) => new SwitchStep(kind, host, isOfRule ? "alpha" : null)
    );

    private static readonly Rulebook Rules = SomeRules.Load(SomeRules.Rule("alpha"));

    [Fact]
    public async Task Stops_WhateverHappens_AreWhatTheHostWasToldElseWhatTheJournalSays() =>
        await Step.Array[1, 40].SampleAsync(RunAsync, iter: LongRun.Of(1_000), threads: 1);

    private static async Task RunAsync(SwitchStep[] steps)
    {
        await using var run = new SwitchRun(Rules);
        foreach (var step in steps)
            await run.TakeAsync(step);
        await run.SettleAsync();
    }
}
