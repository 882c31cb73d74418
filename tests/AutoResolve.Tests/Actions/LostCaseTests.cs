using System.Collections.Concurrent;
using AutoResolve.Actions;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

/// <summary>What another host has taken up is not done here, whatever it waited for until it was to be done.</summary>
public sealed class LostCaseTests
{
    private const string Unlock = """{ "do": "unlock" }""";
    private static readonly TimeSpan Lease = new ActionOptions().Lease;
    private static readonly TimeSpan BeyondLease = Lease + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Call_WhoseCaseIsTakenOverWhileItWaitsForItsTurn_IsNotMade()
    {
        var journal = new FaultyJournal();
        var clock = new FakeTimeProvider(SomeRules.Now);
        var ended = new TaskCompletionSource<ActionOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slow = OneAtOnce(journal, clock);
        slow.Unlock.Execute = async (context, _) => context.Issue.Id == "first" ? await ended.Task : ActionOutcome.Succeeded();
        var first = slow.ProcessAsync("first").AsTask();
        await UntilAsync(() => !slow.Unlock.Calls.IsEmpty);
        var renewed = new ConcurrentQueue<string>();
        journal.Renewed = reference =>
        {
            renewed.Enqueue(reference.IssueId);
            return Task.CompletedTask;
        };
        var second = slow.ProcessAsync("second").AsTask();

        // From then on it is kept, and waits.
        await UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return renewed.Contains("second");
        });
        await using var host = slow.Successor(ActingHost.Rule(Unlock));
        await host.Processor.RecoverAsync();
        slow.Journal.IsDown = false;

        ended.SetResult(ActionOutcome.Succeeded());

        Assert.Equal(DispositionStatus.UnderWay, (await first.WaitAsync(Patience.Long)).Status);
        Assert.Equal(DispositionStatus.UnderWay, (await second.WaitAsync(Patience.Long)).Status);
        Assert.Equal(["first"], slow.Unlock.Calls.Select(call => call.Issue.Id));
        Assert.Equal(["first", "second"], host.Unlock.Calls.Select(call => call.Issue.Id).Order());
    }

    [Fact]
    public async Task Call_WhoseLeaseLapsesBeforeItIsToldThatItWasRenewed_IsNotMade()
    {
        await using var slow = ActingHost.With(ActingHost.Rule(Unlock));
        var journal = slow.Journal.ForAnotherHost();
        await using var host = new ActingHost(journal, slow.Clock, [ActingHost.Rule(Unlock)]);
        var hasWaited = false;
        slow.Journal.Appended = () => slow.Clock.Advance(Lease / 2);
        slow.Journal.Renewed = async _ =>
        {
            if (!hasWaited)
            {
                hasWaited = true;
                slow.Clock.Advance(BeyondLease);
                await host.Processor.RecoverAsync();
            }
        };

        var disposition = await slow.ProcessAsync();

        Assert.Equal(DispositionStatus.UnderWay, disposition.Status);
        Assert.Empty(slow.Unlock.Calls);
        Assert.Single(host.Unlock.Calls);
    }

    [Fact]
    public async Task Renewal_ThatIsNotAnswered_IsAskedForOnceHoweverLongItTakes()
    {
        var journal = new FaultyJournal();
        var clock = new FakeTimeProvider(SomeRules.Now);
        var ended = new TaskCompletionSource<ActionOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = OneAtOnce(journal, clock);
        host.Unlock.Execute = async (_, _) => await ended.Task;
        var count = 0;
        journal.Renewed = _ =>
        {
            Interlocked.Increment(ref count);
            return answered.Task;
        };
        var processing = host.ProcessAsync().AsTask();
        await UntilAsync(() => !host.Unlock.Calls.IsEmpty);

        clock.Advance(10 * Lease);
        var asked = Volatile.Read(ref count);
        answered.SetResult();
        ended.SetResult(ActionOutcome.Succeeded());

        Assert.Equal(Outcome.Fixed, (await processing.WaitAsync(Patience.Long)).Outcome);
        Assert.Equal((1, 1), (asked, count));
    }

    [Fact]
    public async Task Attempt_EachKind_IsMadeOnTheThreadOnWhichItWasLastMadeSure()
    {
        using var pipeline = new PipelineUnderTest(options => options.MaxRetries = 1, isIdempotent: true);
        List<int> ensured = [];
        List<int> called = [];
        pipeline.Handler.Execute = (_, _) => Call(ActionOutcome.Failed("Busy.", isTransient: true));
        pipeline.Handler.Verify = pipeline.Handler.Undo = () => Call(ActionOutcome.Succeeded());

        await pipeline.ExecuteAsync("issue-1", ensure: Ensure);
        await pipeline.VerifyAsync("issue-1", Ensure);
        await pipeline.UndoAsync("issue-1", Ensure);

        Assert.Equal(4, called.Count);
        Assert.Equal(ensured, called);

        Task Ensure()
        {
            ensured.Add(Environment.CurrentManagedThreadId);
            return Task.CompletedTask;
        }

        ValueTask<ActionOutcome> Call(ActionOutcome outcome)
        {
            called.Add(Environment.CurrentManagedThreadId);
            return new(outcome);
        }
    }

    [Fact]
    public async Task Attempt_EachKindThatMayNotBeMade_CallsNobodyAndThrowsOn()
    {
        using var pipeline = new PipelineUnderTest(isIdempotent: true);
        pipeline.Handler.Verify = pipeline.Handler.Undo = () => throw new InvalidOperationException("It was called.");

        await Assert.ThrowsAsync<CaseLostException>(() => pipeline.ExecuteAsync("issue-1", ensure: Lost));
        await Assert.ThrowsAsync<CaseLostException>(() => pipeline.VerifyAsync("issue-1", Lost));
        await Assert.ThrowsAsync<CaseLostException>(() => pipeline.UndoAsync("issue-1", Lost));

        Assert.Empty(pipeline.Handler.Calls);

        static Task Lost() => Task.FromException(new CaseLostException());
    }

    [Fact]
    public async Task Attempts_OfWhichTheJournalDoesNotTellWhetherTheyMayBeMade_CallNobodyAndOpenNoCircuit()
    {
        using var pipeline = new PipelineUnderTest(options =>
            (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1))
        );
        var never = new TaskCompletionSource();

        var results = Enumerable.Range(0, 16).Select(number => pipeline.ExecuteAsync($"issue-{number}", ensure: () => never.Task)).ToList();

        Assert.All(await pipeline.Clock.PassUntilAsync(Task.WhenAll(results), TimeSpan.FromMilliseconds(250)), result =>
            Assert.Equal((ActionState.Failed, 0), (result.Fate, result.Attempts))
        );
        Assert.Empty(pipeline.Handler.Calls);
        never.SetResult();
        Assert.Equal(ActionState.Succeeded, (await pipeline.ExecuteAsync("later")).Fate);
        Assert.Equal(["later"], pipeline.Handler.Calls.Select(call => call.Issue.Id));
    }

    private static ActingHost OneAtOnce(FaultyJournal journal, FakeTimeProvider clock) =>
        new(journal, clock, [ActingHost.Rule(Unlock)], configure: builder => builder.Services.PostConfigureAll<HandlerOptions>(options =>
            {
                options.MaxConcurrency = 1;
                options.AttemptTimeout = options.TotalTimeout = options.MaxWait = TimeSpan.FromHours(1);
            }));

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(1);
    }
}
