using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

/// <summary>Whatever a handler does, the issue ends with a person and the host goes on.</summary>
public sealed class HandlerFaultTests
{
    private const string Unlock = """{ "do": "unlock" }""";
    private const string Notify = """{ "do": "notify" }""";

    [Fact]
    public async Task Handler_Throws_FailsWithoutTheMessageOfTheException()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = (_, _) => throw new InvalidOperationException("555-0100 is the caller's number");

        var disposition = await host.ProcessAsync();

        Assert.Equal(
            (Outcome.Escalated, ActionState.Failed, "Its handler failed with InvalidOperationException."),
            (disposition.Outcome, disposition.Actions[0].State, disposition.Actions[0].Message)
        );
        Assert.DoesNotContain(host.Logs.GetSnapshot(), record =>
            record.Message.Contains("555", StringComparison.Ordinal) || record.Exception is not null
        );
    }

    [Fact]
    public async Task Handler_ReturnsNull_NeedsAPerson()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        host.Unlock.Execute = (_, _) => new((ActionOutcome)null!);

        Assert.Equal(ActionState.NeedsPerson, (await host.ProcessAsync()).Actions[0].State);
        Assert.Single(host.Unlock.Calls);
    }

    [Fact]
    public async Task Handler_FailsForNowAndIsIdempotent_IsTriedAgainWithTheSameKey()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        host.Unlock.Execute = (context, _) =>
            new(context.Attempt < 3 ? ActionOutcome.Failed("Busy.", isTransient: true) : ActionOutcome.Succeeded());

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        Assert.Equal((Outcome.Fixed, 3), (disposition.Outcome, disposition.Actions[0].Attempts));
        Assert.Equal([1, 2, 3], host.Unlock.Calls.Select(call => call.Attempt));
        Assert.Single(host.Unlock.Calls.Select(call => call.IdempotencyKey).Distinct());
    }

    [Fact]
    public async Task Handler_FailsForNowAndIsNotIdempotent_IsNotTriedAgain()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("Busy.", isTransient: true));

        Assert.Equal(ActionState.Failed, (await host.PassTimeAsync(host.ProcessAsync().AsTask())).Actions[0].State);
        Assert.Single(host.Notify.Calls);
    }

    [Fact]
    public async Task Handler_FailsForGood_IsNotTriedAgain()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        host.Unlock.Execute = (_, _) => new(ActionOutcome.Failed("No such account."));

        await host.PassTimeAsync(host.ProcessAsync().AsTask());

        Assert.Single(host.Unlock.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handler_Hangs_IsInDoubtWhetherItBlocksOrWaits(bool blocks)
    {
        using var release = new ManualResetEventSlim();
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = async (_, _) =>
        {
            if (blocks)
                release.Wait(Patience.Long, CancellationToken.None);
            else
                await new TaskCompletionSource().Task;
            return ActionOutcome.Succeeded();
        };

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        release.Set();
        Assert.Equal((Outcome.Escalated, ActionState.InDoubt), (disposition.Outcome, disposition.Actions[0].State));
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task Handler_AnswersAfterItsTimeLimit_IsNotedAndChangesNothing()
    {
        var answer = new TaskCompletionSource<ActionOutcome>();
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = async (_, _) => await answer.Task;
        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        answer.SetResult(ActionOutcome.Succeeded("It was done after all."));

        Assert.Equal(ActionState.InDoubt, disposition.Actions[0].State);
        await host.PassTimeAsync(
            Task.Run(async () =>
            {
                while (!(await host.StoryAsync()).Contains("Note succeeded"))
                    await Task.Delay(1);
                return true;
            })
        );
        Assert.Contains(
            "It was done after all.",
            (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Note] }))[0].Content,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Handler_CancelsItself_Fails()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = (_, _) => throw new OperationCanceledException();

        Assert.Equal(ActionState.Failed, (await host.ProcessAsync()).Actions[0].State);
    }

    [Fact]
    public async Task Handler_KeepsFailing_IsLeftAloneAndThenTriedAgain()
    {
        var soon = TimeSpan.FromMilliseconds(10);
        await using var host = new ActingHost(
            new FaultyJournal(),
            new FakeTimeProvider(SomeRules.Now),
            [ActingHost.Rule(Notify)],
            configure: builder => builder.AddHandler<NotifyHandler>(options => options.MaxWait = soon)
        );
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("Busy.", isTransient: true));
        for (var issue = 0; issue < 10; issue++)
            await host.ProcessAsync($"issue-{issue}");

        var refused = await host.PassTimeAsync(host.ProcessAsync("issue-refused").AsTask());

        Assert.Equal(10, host.Notify.Calls.Count);
        Assert.Equal("Its handler keeps failing and is left alone for a while; it was not called.", refused.Actions[0].Message);
        host.Notify.Execute = (_, _) => new(ActionOutcome.Succeeded());
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(Outcome.Fixed, (await host.ProcessAsync("issue-later")).Outcome);
    }

    [Fact]
    public async Task Handler_MoreAtOnceThanItMay_Waits()
    {
        var (running, most) = (0, 0);
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = async (_, _) =>
        {
            var now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return ActionOutcome.Succeeded();
        };

        var dispositions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(issue => Task.Run(async () => await host.ProcessAsync($"issue-{issue}")))
        );

        Assert.All(dispositions, disposition => Assert.Equal(Outcome.Fixed, disposition.Outcome));
        Assert.InRange(most, 1, 16);
    }

    [Fact]
    public async Task Caller_CancelsWhileAnActionRuns_TheWorkIsFinishedAllTheSame()
    {
        using var stop = new CancellationTokenSource();
        var handler = new TaskCompletionSource();
        await using var host = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}"));
        host.Unlock.Execute = async (_, _) =>
        {
            await stop.CancelAsync();
            await handler.Task;
            return ActionOutcome.Succeeded();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.Processor.ProcessAsync(Some, stop.Token));

        var meanwhile = await host.Processor.ProcessAsync(Some);
        handler.SetResult();
        var ended = await EndedAsync(host);

        Assert.Equal((DispositionStatus.UnderWay, null), (meanwhile.Status, meanwhile.Outcome));
        Assert.Equal((DispositionStatus.Duplicate, Outcome.Fixed), (ended.Status, ended.Outcome));
        Assert.Equal((1, 1), (host.Unlock.Calls.Count, host.Notify.Calls.Count));
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
        Assert.Equal(0, await host.Processor.RecoverAsync());
    }

    [Fact]
    public async Task Recovery_OfAnActionThatIsNotIdempotent_GoesToAPersonOnce()
    {
        var never = new TaskCompletionSource();
        await using var gone = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}"));
        await HangAsync(gone, gone.Notify, never);
        await using var host = gone.Successor(ActingHost.Rule($"{Unlock}, {Notify}"));

        Assert.Equal(1, await host.Processor.RecoverAsync());

        Assert.Empty(host.Notify.Calls);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal([ActionState.Succeeded, ActionState.InDoubt], host.Tickets.Handover?.Actions.Select(action => action.State));
        Assert.Equal(0, await host.Processor.RecoverAsync());
        Assert.Equal("support", host.Tickets.Handover?.Team);
        never.SetResult();
    }

    [Fact]
    public async Task Recovery_OfAnIdempotentAction_RunsItAgainWithTheSameKeyAndBeginsTheRest()
    {
        const string Rule = """{ "do": "unlock", "with": { "minutes": 5 } }, { "do": "notify" }""";
        var never = new TaskCompletionSource();
        await using var gone = ActingHost.With(ActingHost.Rule(Rule));
        await HangAsync(gone, gone.Unlock, never);
        await using var host = gone.Successor(ActingHost.Rule(Rule));

        await host.Processor.RecoverAsync();

        var calls = gone.Unlock.Calls.Concat(host.Unlock.Calls).ToList();
        Assert.Equal(2, calls.Count);
        Assert.Single(calls.Select(call => (call.IdempotencyKey, call.Parameters.Minutes)).Distinct());
        Assert.Single(host.Notify.Calls);
        Assert.Equal("Disposition fixed", (await host.StoryAsync())[^1]);
        Assert.Empty(host.Tickets.Lines);
        never.SetResult();
    }

    [Fact]
    public async Task Recovery_OfAnActionWhoseHandlerAnsweredLate_KnowsIt()
    {
        var never = new TaskCompletionSource();
        await using var gone = ActingHost.With(ActingHost.Rule(Notify));
        await HangAsync(gone, gone.Notify, never);
        var key = Assert.Single(gone.Notify.Calls).IdempotencyKey;
        await using var host = gone.Successor(ActingHost.Rule(Notify));
        var intent = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Intent] }))[0];
        await host.Journal.AppendAsync([
            intent with
            {
                Kind = JournalEntryKind.Note,
                Key = JournalKeys.Late(key),
                IsOpen = false,
                Group = null,
                Label = "succeeded",
            },
        ]);

        await host.Processor.RecoverAsync();

        Assert.Equal("Disposition fixed", (await host.StoryAsync())[^1]);
        Assert.Empty(host.Tickets.Lines);
        never.SetResult();
    }

    [Fact]
    public async Task Recovery_OfAnActionWhoseAccountWasMasked_GoesToAPerson()
    {
        const string Rule = """{ "do": "unlock", "with": { "account": "{{ issue.fields.mail }}" } }""";
        var never = new TaskCompletionSource();
        await using var gone = ActingHost.With(ActingHost.Rule(Rule));
        await HangAsync(
            gone,
            gone.Unlock,
            never,
            Some with
            {
                Fields = new Dictionary<string, string> { ["mail"] = "someone@example.org" },
            }
        );
        await using var host = gone.Successor(ActingHost.Rule(Rule));

        await host.Processor.RecoverAsync();

        Assert.Equal("someone@example.org", Assert.Single(gone.Unlock.Calls).Parameters.Account);
        Assert.Empty(host.Unlock.Calls);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.DoesNotContain(await host.EntriesAsync(), entry => entry.Content.Contains("someone@", StringComparison.Ordinal));
        never.SetResult();
    }

    [Fact]
    public async Task Host_ThatComesBackAfterItsLeaseLapsed_WritesNothingMore()
    {
        var handler = new TaskCompletionSource();
        var journal = new FaultyJournal();
        var clock = new FakeTimeProvider(SomeRules.Now);
        await using var slow = new ActingHost(journal, clock, [ActingHost.Rule(Notify)]);
        slow.Notify.Execute = async (_, _) =>
        {
            await handler.Task;
            return ActionOutcome.Succeeded();
        };
        var processing = slow.Processor.ProcessAsync(Some).AsTask();
        await UntilAsync(() => !slow.Notify.Calls.IsEmpty);
        await using var host = slow.Successor(ActingHost.Rule(Notify));
        await host.Processor.RecoverAsync();
        slow.Journal.IsDown = false;

        handler.SetResult();
        var disposition = await host.PassTimeAsync(processing);

        Assert.Equal((DispositionStatus.UnderWay, null), (disposition.Status, disposition.Outcome));
        Assert.Equal(
            ["Decision fixed", "Intent begun", "ActionResult inDoubt", "Intent begun", "ActionResult succeeded", "Disposition escalated"],
            (await host.StoryAsync()).Where(line => !line.StartsWith("Note", StringComparison.Ordinal))
        );
        Assert.Empty(slow.Tickets.Lines);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Calls_AfterDisposal_ThrowObjectDisposed()
    {
        var host = ActingHost.With(ActingHost.Rule(Notify));
        var processor = host.Processor;
        await host.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await processor.ProcessAsync(Some));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await processor.ContinueAsync(CaseReference.Of(Some), new Turn { Id = "m-1" })
        );
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await processor.ApproveAsync(Some, "key", "u-1"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await processor.RecoverAsync());
        Assert.Empty(host.Tickets.Lines);
    }

    private static Issue Some => new() { Id = "issue-1", Text = "alpha" };

    /// <summary>Delivers an issue to a host whose handler does not come back.</summary>
    private static async Task HangAsync(ActingHost host, ScriptedHandler handler, TaskCompletionSource never, Issue? issue = null)
    {
        handler.Execute = async (_, _) =>
        {
            await never.Task;
            return ActionOutcome.Succeeded();
        };
        _ = host.Processor.ProcessAsync(issue ?? Some).AsTask();
        await UntilAsync(() => !handler.Calls.IsEmpty);
    }

    private static async Task<Disposition> EndedAsync(ActingHost host)
    {
        var disposition = await host.Processor.ProcessAsync(Some);
        while (disposition.Status == DispositionStatus.UnderWay)
            disposition = await host.Processor.ProcessAsync(Some);
        return disposition;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(1);
    }
}
