using AutoResolve.Journaling;

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

        Assert.Equal((Outcome.Escalated, ActionFate.Failed, "Its handler failed with InvalidOperationException."), (disposition.Outcome, disposition.Actions[0].Fate, disposition.Actions[0].Message));
        Assert.DoesNotContain(host.Logs.GetSnapshot(), record => record.Message.Contains("555", StringComparison.Ordinal) || record.Exception is not null);
    }

    [Fact]
    public async Task Handler_ReturnsNull_NeedsAPerson()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        host.Unlock.Execute = (_, _) => new((ActionOutcome)null!);

        Assert.Equal(ActionFate.NeedsPerson, (await host.ProcessAsync()).Actions[0].Fate);
        Assert.Single(host.Unlock.Calls);
    }

    [Fact]
    public async Task Handler_FailsForNowAndIsIdempotent_IsTriedAgainWithTheSameKey()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        host.Unlock.Execute = (context, _) => new(context.Attempt < 3 ? ActionOutcome.Failed("Busy.", isTransient: true) : ActionOutcome.Succeeded());

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

        Assert.Equal(ActionFate.Failed, (await host.PassTimeAsync(host.ProcessAsync().AsTask())).Actions[0].Fate);
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
                release.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
            else
                await new TaskCompletionSource().Task;
            return ActionOutcome.Succeeded();
        };

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        release.Set();
        Assert.Equal((Outcome.Escalated, ActionFate.InDoubt), (disposition.Outcome, disposition.Actions[0].Fate));
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

        Assert.Equal(ActionFate.InDoubt, disposition.Actions[0].Fate);
        await host.PassTimeAsync(Task.Run(async () =>
        {
            while (!(await host.StoryAsync()).Contains("Note late"))
                await Task.Yield();
            return true;
        }));
        Assert.Contains("It was done after all.", (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Note] }))[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_CancelsItself_Fails()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = (_, _) => throw new OperationCanceledException();

        Assert.Equal(ActionFate.Failed, (await host.ProcessAsync()).Actions[0].Fate);
    }

    [Fact]
    public async Task Handler_KeepsFailing_IsLeftAloneAndThenTriedAgain()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("Busy.", isTransient: true));
        for (var issue = 0; issue < 10; issue++)
            await host.ProcessAsync($"issue-{issue}");

        var refused = await host.ProcessAsync("issue-refused");

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

        var dispositions = await Task.WhenAll(Enumerable.Range(0, 100).Select(issue => Task.Run(async () => await host.ProcessAsync($"issue-{issue}"))));

        Assert.All(dispositions, disposition => Assert.Equal(Outcome.Fixed, disposition.Outcome));
        Assert.InRange(most, 1, 16);
    }

    [Fact]
    public async Task Caller_CancelsWhileAnActionRuns_LeavesItInDoubtForRecovery()
    {
        using var stop = new CancellationTokenSource();
        await using var host = ActingHost.With(ActingHost.Rule($"{Unlock}, {Notify}"));
        host.Notify.Execute = async (_, token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return ActionOutcome.Succeeded();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.Processor.ProcessAsync(new Issue { Id = "issue-1", Text = "alpha" }, stop.Token));

        Assert.Equal(["Decision fixed", "Intent begun"], (await host.EntriesAsync(new JournalQuery { Unfinished = true })).Select(entry => $"{entry.Kind} {entry.Label}"));
        Assert.Equal(1, await host.Processor.RecoverAsync());
        Assert.Single(host.Notify.Calls);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal([ActionFate.Succeeded, ActionFate.InDoubt], host.Tickets.Handover?.Actions.Select(action => action.Fate));
        Assert.Equal(0, await host.Processor.RecoverAsync());
        Assert.Equal("support", host.Tickets.Handover?.Team);
    }

    [Fact]
    public async Task Recovery_OfAnIdempotentAction_RunsItAgainWithTheSameKey()
    {
        using var stop = new CancellationTokenSource();
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock", "with": { "minutes": 5 } }"""));
        host.Unlock.Execute = async (_, token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return ActionOutcome.Succeeded();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.Processor.ProcessAsync(new Issue { Id = "issue-1", Text = "alpha" }, stop.Token));
        host.Unlock.Execute = (_, _) => new(ActionOutcome.Succeeded());

        await host.Processor.RecoverAsync();

        Assert.Equal(2, host.Unlock.Calls.Count);
        Assert.Single(host.Unlock.Calls.Select(call => (call.IdempotencyKey, call.Parameters.Minutes)).Distinct());
        Assert.Equal("Disposition fixed", (await host.StoryAsync())[^1]);
        Assert.Empty(host.Tickets.Lines);
    }

    [Fact]
    public async Task Recovery_OfAnActionWhoseAccountWasMasked_GoesToAPerson()
    {
        using var stop = new CancellationTokenSource();
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock", "with": { "account": "{{ issue.fields.mail }}" } }"""));
        host.Unlock.Execute = async (_, token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return ActionOutcome.Succeeded();
        };
        var issue = new Issue { Id = "issue-1", Text = "alpha", Fields = new Dictionary<string, string> { ["mail"] = "someone@example.org" } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.Processor.ProcessAsync(issue, stop.Token));

        await host.Processor.RecoverAsync();

        Assert.Equal("someone@example.org", Assert.Single(host.Unlock.Calls).Parameters.Account);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.DoesNotContain(await host.EntriesAsync(), entry => entry.Content.Contains("someone@", StringComparison.Ordinal));
    }
}
