using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AutoResolve.Actions;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Tests.Actions;

/// <summary>A burst waits in order; only what waits too long goes to a person.</summary>
public sealed class HandlerTurnTests
{
    [Fact]
    public async Task Burst_OfFiveThousand_BeginsInOrderOfArrival()
    {
        const int Burst = 5_000;
        const int AtOnce = 16;
        using var pipeline = new PipelineUnderTest(options => options.MaxConcurrency = AtOnce);
        using var begun = new SemaphoreSlim(0);
        using var mayEnd = new SemaphoreSlim(0);
        pipeline.Handler.Execute = async (_, _) =>
        {
            begun.Release();
            await mayEnd.WaitAsync(CancellationToken.None);
            return ActionOutcome.Succeeded();
        };

        var results = new List<Task<HandlerResult>>(Burst);
        for (var number = 0; number < Burst; number++)
        {
            results.Add(pipeline.ExecuteAsync($"issue-{number}"));
            if (number < AtOnce)
                Assert.True(await begun.WaitAsync(Patience.Long));
        }

        Assert.Equal(AtOnce, pipeline.Handler.Calls.Count);
        for (var ended = 1; ended <= Burst; ended++)
        {
            mayEnd.Release();
            if (ended <= Burst - AtOnce)
                Assert.True(await begun.WaitAsync(Patience.Long));
        }

        Assert.All(await Task.WhenAll(results), result => Assert.Equal((ActionState.Succeeded, 1), (result.Fate, result.Attempts)));
        Assert.Equal(Enumerable.Range(0, Burst).Select(number => $"issue-{number}"), pipeline.Handler.Calls.Select(call => call.Issue.Id));
    }

    [Fact]
    public async Task Burst_OfFiveThousandIssues_GivesNobodyWork()
    {
        var (running, most) = (0, 0);
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "notify" }"""));
        host.Notify.Execute = async (_, _) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return ActionOutcome.Succeeded();
        };

        var dispositions = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(number => host.ProcessAsync($"issue-{number}").AsTask()));

        Assert.All(dispositions, disposition => Assert.Equal(Outcome.Fixed, disposition.Outcome));
        Assert.Equal(5_000, host.Notify.Calls.Count);
        Assert.Empty(host.Tickets.Lines);
        Assert.InRange(most, 1, 16);
    }

    [Fact]
    public async Task Wait_LongerThanItMay_FailsWithoutACall()
    {
        var (pipeline, first) = await OneRunsAsync();
        using var _ = pipeline;
        var second = pipeline.ExecuteAsync("second");
        pipeline.Clock.Advance(TimeSpan.FromSeconds(30));
        var third = pipeline.ExecuteAsync("third");
        pipeline.Clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(second.IsCompleted);

        pipeline.Clock.Advance(TimeSpan.FromSeconds(0.1));

        var result = await second.WaitAsync(Patience.Long);
        Assert.Equal(
            (ActionState.Failed, "Its turn did not come in time; the handler was not called.", 0),
            (result.Fate, result.Message, result.Attempts)
        );
        first.SetResult(ActionOutcome.Succeeded());
        Assert.Equal(ActionState.Succeeded, (await third.WaitAsync(Patience.Long)).Fate);
        Assert.Equal(["first", "third"], pipeline.Handler.Calls.Select(call => call.Issue.Id));
    }

    [Fact]
    public async Task Wait_CancelledByItsCaller_IsThrownAndTheNextIsNext()
    {
        using var stop = new CancellationTokenSource();
        var (pipeline, first) = await OneRunsAsync();
        using var _ = pipeline;
        var second = pipeline.ExecuteAsync("second", cancellationToken: stop.Token);
        var third = pipeline.ExecuteAsync("third");

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.SetResult(ActionOutcome.Succeeded());
        Assert.Equal(ActionState.Succeeded, (await third.WaitAsync(Patience.Long)).Fate);
        Assert.Equal(["first", "third"], pipeline.Handler.Calls.Select(call => call.Issue.Id));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pipeline.ExecuteAsync("fourth", cancellationToken: stop.Token));
    }

    [Fact]
    public async Task Wait_WhenTheHostEnds_IsOver()
    {
        var (pipeline, first) = await OneRunsAsync();
        using var _ = pipeline;
        var second = pipeline.ExecuteAsync("second");

        pipeline.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => second.WaitAsync(Patience.Long));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pipeline.ExecuteAsync("third"));
        first.SetResult(ActionOutcome.Succeeded());
        Assert.Single(pipeline.Handler.Calls);
    }

    [Fact]
    public async Task Wait_OfAlmostAsLongAsItMay_LeavesTheActionAllItsTime()
    {
        var (pipeline, first) = await OneRunsAsync(TimeSpan.FromSeconds(60));
        using var _ = pipeline;
        var done = new TaskCompletionSource<ActionOutcome>();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var second = pipeline.ExecuteAsync("second");
        pipeline.Clock.Advance(TimeSpan.FromSeconds(59));
        pipeline.Handler.Execute = async (_, _) =>
        {
            begun.SetResult();
            return await done.Task;
        };
        first.SetResult(ActionOutcome.Succeeded());
        await begun.Task.WaitAsync(Patience.Long);

        pipeline.Clock.Advance(TimeSpan.FromSeconds(59));
        done.SetResult(ActionOutcome.Succeeded());

        var result = await second.WaitAsync(Patience.Long);
        Assert.Equal((ActionState.Succeeded, TimeSpan.FromSeconds(59)), (result.Fate, result.Elapsed));
    }

    [Fact]
    public async Task Wait_OfEachAction_IsMeasured()
    {
        const string Name = "measured";
        ConcurrentQueue<string> told = [];
        ConcurrentDictionary<string, Instrument> instruments = [];
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (!instrument.Name.StartsWith("autoresolve.action.wait", StringComparison.Ordinal))
                return;
            instruments[instrument.Name] = instrument;
            listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Tell($"{instrument.Name} {value:+0;-0}", tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Tell($"{instrument.Name} {value}", tags));
        meters.Start();
        using var stop = new CancellationTokenSource();

        var (pipeline, first) = await OneRunsAsync(name: Name);
        using var _ = pipeline;
        var served = pipeline.ExecuteAsync("served");
        var late = pipeline.ExecuteAsync("cancelled", cancellationToken: stop.Token);
        pipeline.Clock.Advance(TimeSpan.FromSeconds(2));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        pipeline.Clock.Advance(TimeSpan.FromSeconds(3));
        first.SetResult(ActionOutcome.Succeeded());
        await served.WaitAsync(Patience.Long);

        Assert.Equal(
            [
                "autoresolve.action.wait.duration 0",
                "autoresolve.action.waiting +1",
                "autoresolve.action.waiting +1",
                "autoresolve.action.waiting -1",
                "autoresolve.action.wait.duration 2",
                "autoresolve.action.waiting -1",
                "autoresolve.action.wait.duration 5",
            ],
            told
        );
        Assert.Equal("{action}", instruments["autoresolve.action.waiting"].Unit);
        var duration = Assert.IsType<Histogram<double>>(instruments["autoresolve.action.wait.duration"]);
        Assert.Equal("s", duration.Unit);
        Assert.InRange(duration.Advice?.HistogramBucketBoundaries?.Count(bound => bound < 60) ?? 0, 10, 20);

        // Other tests run beside this one.
        void Tell(string text, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags is [{ Key: "handler", Value: Name }])
                told.Enqueue(text);
        }
    }

    // One runs at a time; the first does until it is told how it ended, all others succeed.
    private static async Task<(PipelineUnderTest Pipeline, TaskCompletionSource<ActionOutcome> First)> OneRunsAsync(
        TimeSpan? limit = null,
        string name = "scripted"
    )
    {
        var pipeline = new PipelineUnderTest(
            options =>
            {
                options.MaxConcurrency = 1;
                options.AttemptTimeout = options.TotalTimeout = limit ?? TimeSpan.FromHours(1);
            },
            name: name
        );
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TaskCompletionSource<ActionOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        pipeline.Handler.Execute = async (context, _) =>
        {
            if (context.Issue.Id != "first")
                return ActionOutcome.Succeeded();
            begun.SetResult();
            return await first.Task;
        };
        _ = pipeline.ExecuteAsync("first");
        await begun.Task.WaitAsync(Patience.Long);
        return (pipeline, first);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
