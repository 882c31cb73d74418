using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

public sealed class IssueProcessorTests
{
    private const string Unlock = """{ "do": "unlock", "with": { "account": "a-1" } }""";
    private const string Notify = """{ "do": "notify" }""";

    [Fact]
    public async Task Process_ActionsSucceed_IsFixedAndAllIsWrittenInOrder()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}"));

        var disposition = await host.ProcessAsync();

        Assert.Equal((Outcome.Fixed, true, false), (disposition.Outcome, disposition.IsJournaled, disposition.IsDuplicate));
        Assert.All(disposition.Actions, action => Assert.Equal(ActionState.Succeeded, action.State));
        Assert.Equal("a-1", Assert.Single(host.Unlock.Calls).Parameters.Account);
        Assert.Equal(
            ["Decision fixed", "Intent begun", "ActionResult succeeded", "Intent begun", "ActionResult succeeded", "Disposition fixed"],
            await host.StoryAsync()
        );
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task Process_Context_HoldsIssueDecisionKeyAndAttempt()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}"));

        await host.ProcessAsync();

        var context = Assert.Single(host.Unlock.Calls);
        Assert.Equal(("issue-1", "alpha", 1), (context.Issue.Id, context.Resolution.Rule?.Id, context.Attempt));
        Assert.Matches("^[0-9a-f]{32}$", context.IdempotencyKey);
        Assert.NotEqual(context.IdempotencyKey, Assert.Single(host.Notify.Calls).IdempotencyKey);
    }

    [Fact]
    public async Task Process_SameIssueAgain_IsADuplicateAndDoesNothing()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        await host.ProcessAsync();

        var again = await host.ProcessAsync();

        Assert.Equal((true, Outcome.Fixed), (again.IsDuplicate, again.Outcome));
        Assert.Single(host.Notify.Calls);
    }

    [Fact]
    public async Task Process_SameIdOtherText_IsANewTurn_AndOtherValuesAreAnotherEffect()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "notify", "with": { "account": "{{ issue.fields.line }}" } }"""));
        await host.Processor.ProcessAsync(Some("alpha", "1"));

        var corrected = await host.Processor.ProcessAsync(Some("alpha", "2"));
        var again = await host.Processor.ProcessAsync(Some("alpha, please hurry", "2"));

        Assert.Equal((DispositionStatus.Done, Outcome.Fixed), (corrected.Status, corrected.Outcome));
        Assert.Equal((DispositionStatus.Done, Outcome.Escalated), (again.Status, again.Outcome));
        Assert.Equal(["1", "2"], host.Notify.Calls.Select(call => call.Parameters.Account));
        Assert.Equal(2, host.Notify.Calls.Select(call => call.IdempotencyKey).Distinct().Count());

        static Issue Some(string text, string line) =>
            new()
            {
                Id = "issue-1",
                Text = text,
                Fields = new Dictionary<string, string> { ["line"] = line },
            };
    }

    [Fact]
    public async Task Process_SameIssueManyTimesAtOnceInTwoHosts_ActsOnce()
    {
        var journal = new FaultyJournal();
        var clock = new FakeTimeProvider(SomeRules.Now);
        var rule = ActingHost.Rule(Notify);
        await using var one = new ActingHost(journal, clock, [rule]);
        await using var other = new ActingHost(journal, clock, [rule]);

        var dispositions = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(place => Task.Run(async () => await (place % 2 == 0 ? one : other).ProcessAsync()))
        );

        Assert.Equal(1, one.Notify.Calls.Count + other.Notify.Calls.Count);
        Assert.Single(dispositions, disposition => disposition.Status == DispositionStatus.Done);
        Assert.All(dispositions, disposition =>
            Assert.True(disposition.Outcome is Outcome.Fixed || disposition.Status == DispositionStatus.UnderWay, disposition.Summary)
        );
    }

    [Fact]
    public async Task Process_FirstActionFails_RestIsNotReachedAndAPersonIsToldWhatWasDone()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Notify}, {Unlock}"));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("The list is closed."));

        var disposition = await host.ProcessAsync();

        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.Equal([ActionState.Failed, ActionState.NotReached], disposition.Actions.Select(action => action.State));
        Assert.Empty(host.Unlock.Calls);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal("support", host.Tickets.Handover?.Team);
        Assert.Equal("The list is closed.", host.Tickets.Handover?.Actions[0].Message);
        Assert.EndsWith(
            "The action 'notify' failed, so a person gets the issue. The list is closed.",
            host.Tickets.Handover?.Summary,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Process_LaterActionFails_UndoesTheEarlierOnesLastFirst()
    {
        await using var host = ActingHost.With(
            ActingHost.Rule(
                $$"""{ "do": "unlock", "with": { "account": "first" } }, { "do": "unlock", "with": { "account": "second" } }, {{Notify}}""",
                then: "\"undoOnFailure\": true,"
            )
        );
        host.Notify.Execute = (_, _) => new(ActionOutcome.NeedsPerson("I cannot tell."));

        var disposition = await host.ProcessAsync();

        Assert.Equal(["second", "first"], host.Unlock.Undone);
        Assert.Equal([ActionState.Undone, ActionState.Undone, ActionState.NeedsPerson], disposition.Actions.Select(action => action.State));
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task Process_UndoFails_IsToldToThePerson()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}", then: "\"undoOnFailure\": true,"));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("No."));
        host.Unlock.Undo = () => throw new InvalidOperationException("secret");

        var disposition = await host.ProcessAsync();

        Assert.Equal([ActionState.UndoFailed, ActionState.Failed], disposition.Actions.Select(action => action.State));
        Assert.Equal(
            "It was done, and could not be taken back. Its handler failed with InvalidOperationException.",
            disposition.Actions[0].Message
        );
    }

    [Fact]
    public async Task Process_WithoutUndoOnFailure_LeavesWhatWasDone()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}"));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("No."));

        Assert.Equal([ActionState.Succeeded, ActionState.Failed], (await host.ProcessAsync()).Actions.Select(action => action.State));
        Assert.Empty(host.Unlock.Undone);
    }

    [Fact]
    public async Task Process_VerificationSaysNo_Escalates()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        host.Unlock.Verified = ActionOutcome.Failed("It is still locked.");

        var disposition = await host.ProcessAsync();

        Assert.Equal((Outcome.Escalated, ActionState.Failed), (disposition.Outcome, disposition.Actions[0].State));
        Assert.EndsWith("It is still locked.", disposition.Actions[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_ValueThatDoesNotFit_DoesNotCallTheHandler()
    {
        await using var host = ActingHost.With(
            ActingHost.Rule("""{ "do": "unlock", "with": { "minutes": "{{ issue.fields.minutes }}" } }""")
        );

        var disposition = await host.Processor.ProcessAsync(SomeRules.Issue("alpha", fields: ("minutes", "half an hour")));

        Assert.Equal((Outcome.Escalated, ActionState.Failed), (disposition.Outcome, disposition.Actions[0].State));
        Assert.DoesNotContain("half an hour", disposition.Actions[0].Message, StringComparison.Ordinal);
        Assert.Empty(host.Unlock.Calls);
    }

    [Theory]
    [InlineData(JournalEntryKind.Decision)]
    [InlineData(JournalEntryKind.Intent)]
    public async Task Process_WhatComesFirstCannotBeWritten_NothingIsDoneAndAPersonIsTold(JournalEntryKind kind)
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        host.Journal.Refuses = entry => entry.Kind == kind;

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        Assert.Equal((Outcome.Escalated, false), (disposition.Outcome, disposition.IsJournaled));
        Assert.Empty(host.Unlock.Calls);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Process_ResultCannotBeWritten_IsUnderWayAndTakenUpWhenItsLeaseHasLapsed()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Journal.Refuses = entry => entry.Kind is JournalEntryKind.ActionResult or JournalEntryKind.Disposition;

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        Assert.Equal((DispositionStatus.UnderWay, null, false), (disposition.Status, disposition.Outcome, disposition.IsJournaled));
        host.Journal.Refuses = _ => false;
        Assert.Equal(0, await host.Processor.RecoverAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, await host.Processor.RecoverAsync());
        Assert.Single(host.Notify.Calls);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal([ActionState.InDoubt], host.Tickets.Handover?.Actions.Select(action => action.State));
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task Process_ClockSetBack_KeepsTheOrder()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = (_, _) =>
        {
            host.Clock.AdjustTime(SomeRules.Now.AddDays(-1));
            return new(ActionOutcome.Succeeded());
        };

        await host.ProcessAsync();

        Assert.Equal(["Decision fixed", "Intent begun", "ActionResult succeeded", "Disposition fixed"], await host.StoryAsync());
    }

    [Fact]
    public void Processor_WithoutAJournal_SaysHowToAddOne()
    {
        using var rules = new RulesOnDisk(SomeRules.Rule("a"));
        using var provider = new ServiceCollection()
            .AddAutoResolve(options => options.RulesFolder = rules.Folder)
            .Services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IIssueProcessor>());

        Assert.Contains("UseSqliteJournal", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rulebook_ParameterThatTheHandlerDoesNotTake_DoesNotLoad()
    {
        using var rules = new RulesOnDisk(ActingHost.Rule("""{ "do": "unlock", "with": { "minutes": "many" } }"""));
        using var provider = new ServiceCollection()
            .AddAutoResolve(options => options.RulesFolder = rules.Folder)
            .UseInMemoryJournal()
            .AddHandler<UnlockHandler>()
            .Services.BuildServiceProvider();

        var exception = Assert.Throws<RulebookException>(() => provider.GetRequiredService<IIssueProcessor>());

        Assert.Contains(
            "AR3037 The parameter 'minutes' of the handler 'unlock' must be a whole number, not a text.",
            exception.Message,
            StringComparison.Ordinal
        );
    }
}
