using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

/// <summary>What keeps an action from beginning.</summary>
public sealed class ActionGateTests
{
    private const string Unlock = """{ "do": "unlock", "with": { "account": "a-1" } }""";
    private const string Notify = """{ "do": "notify" }""";
    private const string Erase = """{ "do": "erase" }""";
    private const string OncePerDay = "\"oncePer\": { \"window\": \"24h\", \"by\": \"requester\" },";

    [Fact]
    public async Task Stop_OfAllRules_WithholdsUntilResumedAlsoInAHostThatStartsLater()
    {
        var journal = new FaultyJournal();
        var clock = new FakeTimeProvider(SomeRules.Now);
        await using (var host = new ActingHost(journal, clock, [ActingHost.Rule(Notify)]))
            await host.Get<IKillSwitch>().StopAsync("u-1", "It answers nonsense.");
        await using var later = new ActingHost(journal, clock, [ActingHost.Rule(Notify)]);

        var stopped = await later.ProcessAsync();
        await later.Get<IKillSwitch>().ResumeAsync("u-1", "It is well again.");
        var resumed = await later.ProcessAsync("issue-2");

        Assert.Equal(
            (Outcome.Escalated, ActionState.Withheld, "All actions are stopped."),
            (stopped.Outcome, stopped.Actions[0].State, stopped.Actions[0].Message)
        );
        Assert.Equal(Outcome.Fixed, resumed.Outcome);
        Assert.Single(later.Notify.Calls);
    }

    [Fact]
    public async Task Stop_OfOneRule_LeavesOthersAlone()
    {
        await using var host = ActingHost.With(
            ActingHost.Rule(Notify),
            SomeRules.Rule("beta", $$"""{ "outcome": "fix", "actions": [ {{Unlock}} ] }""", """{ "anyOf": ["beta"] }""")
        );
        await host.Get<IKillSwitch>().StopAsync("u-1", "Wrong.", "alpha");

        Assert.Equal(Outcome.Escalated, (await host.ProcessAsync()).Outcome);
        Assert.Equal(Outcome.Fixed, (await host.ProcessAsync("issue-2", "beta")).Outcome);
        Assert.Empty(host.Notify.Calls);
    }

    [Fact]
    public async Task Stop_BetweenTwoActions_KeepsTheSecondFromBeginning()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}"));
        host.Unlock.Execute = async (_, _) =>
        {
            await host.Get<IKillSwitch>().StopAsync("u-1", "Now.", cancellationToken: CancellationToken.None);
            return ActionOutcome.Succeeded();
        };

        Assert.Equal([ActionState.Succeeded, ActionState.Withheld], (await host.ProcessAsync()).Actions.Select(action => action.State));
    }

    [Fact]
    public async Task Stop_ThatCannotBeWritten_HoldsAllTheSame()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        await host.ProcessAsync();
        host.Journal.Refuses = entry => entry.Kind == JournalEntryKind.Switch;

        await Assert.ThrowsAsync<JournalException>(async () => await host.Get<IKillSwitch>().StopAsync("u-1", "Now."));

        Assert.Equal(Outcome.Escalated, (await host.ProcessAsync("issue-2")).Outcome);
        Assert.Single(host.Notify.Calls);
    }

    [Fact]
    public async Task Stops_ThatCannotBeRead_KeepEverythingFromBeginning()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Journal.CannotBeRead = true;

        Assert.True(host.Get<IKillSwitch>().IsStopped());
        Assert.Equal(Outcome.Escalated, (await host.PassTimeAsync(host.ProcessAsync().AsTask())).Outcome);
        Assert.Empty(host.Notify.Calls);
    }

    [Theory]
    [InlineData(OperatingMode.Shadow, 0)]
    [InlineData(OperatingMode.Suggest, 1)]
    public async Task Mode_BelowActive_DecidesAndDoesNothing(OperatingMode mode, int told)
    {
        await using var host = Host(options => options.Mode = mode, ActingHost.Rule(Notify));

        var disposition = await host.ProcessAsync();

        Assert.Equal((Outcome.Escalated, Outcome.Fixed), (disposition.Outcome, disposition.Resolution.Outcome));
        Assert.Empty(host.Notify.Calls);
        Assert.Equal(told, host.Tickets.Lines.Count);
        Assert.Equal("Decision fixed", (await host.StoryAsync())[0]);
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task DryRun_Rehearses_AndWritesAndTellsNothing()
    {
        await using var host = Host(options => options.DryRun = true, ActingHost.Rule($"{Unlock}, {Notify}"));

        var disposition = await host.ProcessAsync();

        Assert.Equal((Outcome.Fixed, false), (disposition.Outcome, disposition.IsJournaled));
        Assert.Equal(
            ["Would unlock a-1.", "A dry run; its handler cannot tell what it would do."],
            disposition.Actions.Select(action => action.Message)
        );
        Assert.Empty(await host.StoryAsync());
        Assert.Empty(host.Unlock.Calls);
        Assert.Empty(host.Tickets.Lines);
    }

    [Fact]
    public async Task Irreversible_WaitsForApproval_WhateverTheCeiling()
    {
        await using var host = Host(options => options.SafetyCeiling = ActionSafety.Irreversible, ActingHost.Rule($"{Erase}, {Notify}"));

        var waiting = await host.ProcessAsync();
        var key = waiting.Actions[0].Key;
        Assert.Equal([ActionState.WaitsForApproval, ActionState.NotReached], waiting.Actions.Select(action => action.State));
        Assert.Empty(host.Erase.Calls);
        Assert.Equal(key, host.Tickets.Handover?.Actions[0].Key);

        var approved = await host.Processor.ApproveAsync(
            new Issue
            {
                Id = "issue-1",
                Text = "alpha",
                Requester = "r-1",
            },
            key,
            "u-7"
        );

        Assert.Equal(Outcome.Fixed, approved.Outcome);
        Assert.Equal((1, 1), (host.Erase.Calls.Count, host.Notify.Calls.Count));
        Assert.Contains(
            "u-7",
            (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Approval] }))[0].Content,
            StringComparison.Ordinal
        );
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await host.Processor.ApproveAsync(
                new Issue
                {
                    Id = "issue-1",
                    Text = "alpha",
                    Requester = "r-1",
                },
                key,
                "u-8"
            )
        );
        Assert.Single(host.Erase.Calls);
    }

    [Fact]
    public async Task Approved_HandlerIsTold_WhichTurnsAreNew()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Erase));
        var issue = new Issue
        {
            Id = "issue-1",
            Text = "omega",
            Requester = "r-1",
        };
        await host.Processor.ProcessAsync(issue);
        var whole = issue with { Turns = [new Turn { Id = "t1", Text = "alpha" }] };
        var waiting = await host.Processor.ProcessAsync(whole);

        await host.Processor.ApproveAsync(whole, waiting.Actions[0].Key, "u-7");

        Assert.Equal(["t1"], Assert.Single(host.Erase.Calls).NewTurns.Select(turn => turn.Id));
    }

    [Fact]
    public async Task Approved_ByAnotherHostMeanwhile_IsRefused()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Erase));
        await using var other = new ActingHost(host.Journal.ForAnotherHost(), host.Clock, [ActingHost.Rule(Erase)]);
        var issue = new Issue
        {
            Id = "issue-1",
            Text = "alpha",
            Requester = "r-1",
        };
        var key = (await host.Processor.ProcessAsync(issue)).Actions[0].Key;
        host.Journal.Reading = async query =>
        {
            if (query.Case is null)
                return;
            host.Journal.Reading = _ => Task.CompletedTask;
            await other.Processor.ApproveAsync(issue, key, "u-8");
        };

        var refused = Assert.ThrowsAsync<ArgumentException>(async () => await host.Processor.ApproveAsync(issue, key, "u-7"));

        Assert.StartsWith("That action has been approved already.", (await host.PassTimeAsync(refused)).Message, StringComparison.Ordinal);
        Assert.Equal((0, 1), (host.Erase.Calls.Count, other.Erase.Calls.Count));
    }

    [Fact]
    public async Task Approval_OfWhatNobodyAskedFor_IsRefused()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Erase));
        await host.ProcessAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await host.Processor.ApproveAsync(new Issue { Id = "issue-1", Text = "alpha" }, "0123", "u-7")
        );
        Assert.Empty(host.Erase.Calls);
    }

    [Fact]
    public async Task Ceiling_BelowAnAction_AsksForApproval()
    {
        await using var host = Host(options => options.SafetyCeiling = ActionSafety.Answer, ActingHost.Rule(Notify));

        Assert.Equal(ActionState.WaitsForApproval, (await host.ProcessAsync()).Actions[0].State);
    }

    [Fact]
    public async Task OncePer_SameRequesterWithinTheWindow_ActsOnce()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify, OncePerDay));

        var first = await host.ProcessAsync("issue-1");
        var second = await host.ProcessAsync("issue-2");
        var other = await host.ProcessAsync("issue-3", requester: "r-2");
        host.Clock.Advance(TimeSpan.FromHours(25));
        var nextDay = await host.ProcessAsync("issue-4");

        Assert.Equal(
            [Outcome.Fixed, Outcome.Escalated, Outcome.Fixed, Outcome.Fixed],
            new[] { first, second, other, nextDay }.Select(disposition => disposition.Outcome)
        );
        Assert.Equal("Rule alpha has already acted within 24 h, which it may once.", second.Actions[0].Message);
    }

    [Fact]
    public async Task OncePer_RequesterNotKnown_DoesNotAct()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify, OncePerDay));

        Assert.Equal(ActionState.Withheld, (await host.ProcessAsync(requester: null)).Actions[0].State);
    }

    [Fact]
    public async Task OncePer_ManyAtOnce_ActsOnce()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify, OncePerDay));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(issue => Task.Run(async () => await host.ProcessAsync($"issue-{issue}"))));

        Assert.Single(host.Notify.Calls);
    }

    [Fact]
    public async Task OncePer_OfTwoActions_LetsBothOfOneIssueAct()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}", OncePerDay));

        Assert.Equal(Outcome.Fixed, (await host.ProcessAsync()).Outcome);
    }

    private static ActingHost Host(Action<ActionOptions> options, params string[] rules) =>
        new(new FaultyJournal(), new FakeTimeProvider(SomeRules.Now), rules, options);
}
