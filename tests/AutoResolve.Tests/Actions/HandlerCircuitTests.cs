using AutoResolve.Actions;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Tests.Actions;

/// <summary>A handler is left alone for what it calls, never for the input of one or two cases.</summary>
public sealed class HandlerCircuitTests
{
    private const string LeftAlone = "Its handler keeps failing and is left alone for a while; it was not called.";

    private static readonly ActionOutcome Busy = ActionOutcome.Failed("Busy.", isTransient: true);
    private static readonly ActionOutcome Done = ActionOutcome.Succeeded();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Exceptions_OfManyCases_KeepNobodyElseWaiting(bool isIdempotent)
    {
        using var pipeline = Pipeline(isIdempotent: isIdempotent);
        pipeline.Handler.Execute = (context, _) =>
            context.Issue.Id == "good" ? new(Done) : throw new InvalidOperationException("A field that it cannot read.");

        var bad = await pipeline.ExecuteAllAsync(Enumerable.Range(0, 50).Select(number => $"bad-{number}"));
        var good = await pipeline.ExecuteAsync("good");

        Assert.All(bad, result =>
            Assert.Equal(
                (ActionState.Failed, "Its handler failed with InvalidOperationException.", isIdempotent ? 4 : 1),
                (result.Fate, result.Message, result.Attempts)
            )
        );
        Assert.Equal(ActionState.Succeeded, good.Fate);
    }

    [Fact]
    public async Task Exceptions_BesideFailures_DoNotCountAsAttempts()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (context, _) =>
            context.Issue.Id.StartsWith("bad", StringComparison.Ordinal) ? throw new FormatException() : new(Busy);

        await pipeline.ExecuteAllAsync(Enumerable.Range(0, 9).SelectMany(number => (string[])[$"bad-{number}", $"busy-{number}"]));
        await pipeline.ExecuteAllAsync(Enumerable.Range(0, 20).Select(number => $"bad-{number}"));
        Assert.Equal("Busy.", (await pipeline.ExecuteAsync("busy-10")).Message);

        Assert.Equal(LeftAlone, (await pipeline.ExecuteAsync("busy-11")).Message);
    }

    [Fact]
    public async Task Answers_ThatAreNone_DoNotCount()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (context, _) => new((ActionOutcome)null!);

        var results = await pipeline.ExecuteAllAsync(Enumerable.Range(0, 50).Select(number => $"issue-{number}"));

        Assert.All(results, result => Assert.Equal((ActionState.NeedsPerson, 1), (result.Fate, result.Attempts)));
    }

    [Fact]
    public async Task Failures_OfTwoCases_KeepItClosedAndOfThreeOpenIt()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (_, _) => new(Busy);

        var two = await pipeline.ExecuteAllAsync(Enumerable.Range(0, 50).Select(number => $"issue-{number % 2}"));
        Assert.All(two, result => Assert.Equal("Busy.", result.Message));

        Assert.Equal("Busy.", (await pipeline.ExecuteAsync("issue-2")).Message);
        var refused = await pipeline.ExecuteAsync("issue-0");
        Assert.Equal((ActionState.Failed, LeftAlone, 0), (refused.Fate, refused.Message, refused.Attempts));
        Assert.Equal(51, pipeline.Handler.Calls.Count);
    }

    [Fact]
    public async Task Failures_OfAttemptsAtTwoCases_KeepItClosed()
    {
        using var pipeline = Pipeline(isIdempotent: true);
        pipeline.Handler.Execute = (_, _) => new(Busy);

        var results = await pipeline.ExecuteAllAsync(Enumerable.Range(0, 14).Select(number => $"issue-{number % 2}"));

        Assert.All(results, result => Assert.Equal(("Busy.", 4), (result.Message, result.Attempts)));
    }

    [Fact]
    public async Task Case_OfTheSameIdInAnotherTenant_IsAnother()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (_, _) => new(Busy);
        await pipeline.ExecuteAllAsync(Enumerable.Range(0, 10).Select(number => $"issue-{number % 2}"));

        await pipeline.ExecuteAsync("issue-1", tenant: "another");

        Assert.Equal(LeftAlone, (await pipeline.ExecuteAsync("issue-3")).Message);
    }

    [Fact]
    public async Task Failures_FewerThanTheThroughput_KeepItClosed()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (_, _) => new(Busy);

        await pipeline.ExecuteAllAsync(Enumerable.Range(0, 9).Select(number => $"issue-{number}"));
        Assert.Equal("Busy.", (await pipeline.ExecuteAsync("tenth")).Message);

        Assert.Equal(LeftAlone, (await pipeline.ExecuteAsync("eleventh")).Message);
    }

    [Fact]
    public async Task Failures_OfAShareBelowTheRatio_KeepItClosed()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (context, _) => new(context.Issue.Id.StartsWith("good", StringComparison.Ordinal) ? Done : Busy);

        await pipeline.ExecuteAllAsync(Enumerable.Range(0, 51).Select(number => $"good-{number}"));
        var most = await pipeline.ExecuteAllAsync(Enumerable.Range(0, 51).Select(number => $"issue-{number}"));
        Assert.All(most, result => Assert.Equal("Busy.", result.Message));

        Assert.Equal(LeftAlone, (await pipeline.ExecuteAsync("good-again")).Message);
    }

    [Fact]
    public async Task Failures_OfCasesLongAgo_AreForgotten()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (_, _) => new(Busy);

        foreach (var issue in (string[])["one", "two", "three", "four"])
        {
            Assert.All(await pipeline.ExecuteAllAsync(Enumerable.Repeat(issue, 9)), result => Assert.Equal("Busy.", result.Message));
            pipeline.Clock.Advance(TimeSpan.FromSeconds(16));
        }

        Assert.Equal("Busy.", (await pipeline.ExecuteAsync("five")).Message);
    }

    [Fact]
    public async Task Failures_ForGood_KeepItClosed()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (_, _) => new(ActionOutcome.Failed("No such account."));

        var results = await pipeline.ExecuteAllAsync(Enumerable.Range(0, 50).Select(number => $"issue-{number}"));

        Assert.All(results, result => Assert.Equal("No such account.", result.Message));
    }

    [Theory]
    [InlineData(10, 30)]
    [InlineData(30, 10)]
    public async Task Timeouts_OfThreeCases_OpenItWhicheverLimitComesFirst(int attempt, int total)
    {
        using var pipeline = Pipeline(options =>
        {
            (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(attempt), TimeSpan.FromSeconds(total));
        });
        using var begun = new SemaphoreSlim(0);
        pipeline.Handler.Execute = async (_, token) =>
        {
            begun.Release();
            await Task.Delay(Timeout.Infinite, token);
            return Done;
        };
        var hanging = Enumerable.Range(0, 10).Select(number => pipeline.ExecuteAsync($"issue-{number}")).ToList();
        for (var count = 0; count < hanging.Count; count++)
            Assert.True(await begun.WaitAsync(Patience.Long));

        pipeline.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.All(await Task.WhenAll(hanging), result => Assert.Equal(ActionState.InDoubt, result.Fate));
        pipeline.Handler.Execute = (_, _) => new(Done);
        Assert.Equal(LeftAlone, (await pipeline.ExecuteAsync("eleventh")).Message);
    }

    [Fact]
    public async Task Callers_ThatGo_DoNotCount()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Done;
        };
        for (var number = 0; number < 20; number++)
        {
            using var stop = new CancellationTokenSource();
            var calling = pipeline.ExecuteAsync($"issue-{number}", cancellationToken: stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
        }

        pipeline.Handler.Execute = (_, _) => new(Done);

        Assert.Equal(ActionState.Succeeded, (await pipeline.ExecuteAsync("good")).Fate);
    }

    [Fact]
    public async Task Circuit_AfterItsBreak_ClosesAndCountsAnew()
    {
        using var pipeline = Pipeline(options => options.BreakDuration = TimeSpan.FromSeconds(5));
        pipeline.Handler.Execute = (_, _) => new(Busy);
        await pipeline.ExecuteAllAsync(Enumerable.Range(0, 10).Select(number => $"issue-{number}"));
        pipeline.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(LeftAlone, (await pipeline.ExecuteAsync("too-soon")).Message);

        pipeline.Clock.Advance(TimeSpan.FromSeconds(0.1));
        pipeline.Handler.Execute = (_, _) => new(Done);
        Assert.Equal(ActionState.Succeeded, (await pipeline.ExecuteAsync("good")).Fate);

        // What failed before the break lies within the 30 seconds, and counts no more.
        pipeline.Handler.Execute = (_, _) => new(Busy);
        var after = await pipeline.ExecuteAllAsync(Enumerable.Range(0, 10).Select(number => $"issue-{number}"));
        Assert.All(after, result => Assert.Equal("Busy.", result.Message));
        Assert.Equal(LeftAlone, (await pipeline.ExecuteAsync("eleventh")).Message);
    }

    [Fact]
    public async Task Circuit_WhoseFirstCallAfterTheBreakFails_OpensAgain()
    {
        using var pipeline = Pipeline();
        pipeline.Handler.Execute = (_, _) => new(Busy);
        await pipeline.ExecuteAllAsync(Enumerable.Range(0, 10).Select(number => $"issue-{number}"));
        pipeline.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("Busy.", (await pipeline.ExecuteAsync("probe")).Message);

        Assert.Equal(LeftAlone, (await pipeline.ExecuteAsync("after")).Message);
    }

    [Fact]
    public async Task Circuit_ThatIsOpen_IsWaitedForAsLongAsATurn()
    {
        using var pipeline = new PipelineUnderTest(options => options.MaxWait = TimeSpan.FromMinutes(1));
        pipeline.Handler.Execute = (_, _) => new(ActionOutcome.Failed("Busy.", isTransient: true));
        for (var issue = 0; issue < 10; issue++)
            await pipeline.ExecuteAsync($"issue-{issue}");
        pipeline.Handler.Execute = (_, _) => new(ActionOutcome.Succeeded());

        var waiting = pipeline.ExecuteAsync("issue-later");
        Assert.False(waiting.IsCompleted);
        for (var seconds = 0; seconds < 31 && !waiting.IsCompleted; seconds++)
        {
            pipeline.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        Assert.Equal(ActionState.Succeeded, (await waiting).Fate);
    }

    // Whoever is left alone is told at once, not after the wait.
    private static PipelineUnderTest Pipeline(Action<HandlerOptions>? configure = null, bool isIdempotent = false) =>
        new(
            options =>
            {
                options.MaxWait = TimeSpan.Zero;
                configure?.Invoke(options);
            },
            isIdempotent
        );
}
