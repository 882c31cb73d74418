using System.Runtime.CompilerServices;
using CsCheck;

namespace AutoResolve.Tests;

public sealed class ResolutionStreamTests
{
    [Fact]
    public void Read_AnyDegreeAndOrder_LosesAndDoublesNothing() =>
        Gen.Select(Gen.Int[0, 700], Gen.Int[1, 5], Gen.Bool, Gen.Int[1, 40])
            .Sample(
                (count, degree, keepOrder, pause) =>
                {
                    using var stream = Stream(Source(count, pause), degree, keepOrder);
                    var ids = stream
                        .ReadAsync(default)
                        .Select(resolution => int.Parse(resolution.IssueId, null))
                        .ToListAsync()
                        .AsTask()
                        .GetAwaiter()
                        .GetResult();

                    Assert.Equal(Enumerable.Range(0, count), keepOrder ? ids : ids.Order());
                },
                iter: 150
            );

    [Fact]
    public async Task Read_ManyIssues_GivesEach()
    {
        using var stream = Stream(Source(10_000, pauseEvery: 0), degree: 4, keepOrder: true);

        Assert.Equal(
            Enumerable.Range(0, 10_000).Select(Id),
            await stream.ReadAsync(default).Select(resolution => resolution.IssueId).ToListAsync()
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_SourceFails_GivesWhatWasReadBefore(bool keepOrder)
    {
        using var stream = Stream(Failing(130), degree: 2, keepOrder);
        List<string> ids = [];

        var exception = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var resolution in stream.ReadAsync(default))
                ids.Add(resolution.IssueId);
        });

        Assert.Equal("broken", exception.Message);
        Assert.Equal(130, ids.Distinct().Count());
    }

    [Fact]
    public async Task Read_NullIssue_SaysWhich()
    {
        using var stream = Stream(new[] { Issue(0), null!, Issue(2) }.ToAsyncEnumerable(), degree: 2, keepOrder: true);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.ReadAsync(default).ToListAsync());

        Assert.Contains("number 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_SlowSource_GivesEachWithoutWaitingForTheNext()
    {
        var wait = new TaskCompletionSource();
        using var stream = Stream(Waiting(wait.Task), degree: 2, keepOrder: true);
        await using var reader = stream.ReadAsync(default).GetAsyncEnumerator();

        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("0", reader.Current.IssueId);
        wait.SetResult();
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("1", reader.Current.IssueId);
        Assert.False(await reader.MoveNextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_ReaderLeaves_EndsTheSource(bool keepOrder)
    {
        var source = new EndlessSource();
        using var stream = Stream(source.Read(), degree: 2, keepOrder);

        await foreach (var resolution in stream.ReadAsync(default))
        {
            Assert.NotNull(resolution);
            break;
        }

        Assert.True(source.IsDisposed);
        Assert.InRange(source.Count, 1, 64 * 16);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_Cancelled_EndsTheSource(bool keepOrder)
    {
        var source = new EndlessSource();
        using var cancellation = new CancellationTokenSource();
        using var stream = Stream(source.Read(), degree: 2, keepOrder);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var resolution in stream.ReadAsync(cancellation.Token))
                await cancellation.CancelAsync();
        });

        Assert.True(source.IsDisposed);
    }

    // In a stream of which nothing is taken, the source is read only a little ahead: what fits into the groups that may be under way.
    [Fact]
    public async Task Read_NothingTaken_StopsReading()
    {
        var source = new EndlessSource { PauseEvery = 64 };
        using var stream = Stream(source.Read(), degree: 1, keepOrder: true);
        await using (var reader = stream.ReadAsync(default).GetAsyncEnumerator())
        {
            Assert.True(await reader.MoveNextAsync());
            for (var turn = 0; turn < 1_000; turn++)
                await Task.Yield();
        }

        Assert.InRange(source.Count, 64, 64 * 8);
    }

    [Fact]
    public async Task Read_SlowFact_HoldsUpNoOtherOfItsGroup()
    {
        var first = new TaskCompletionSource<Resolution>();
        var begun = 0;
        using var stream = new ResolutionStream(
            Source(3, pauseEvery: 0),
            (issue, _) =>
            {
                Interlocked.Increment(ref begun);
                if (issue.Id == "2")
                    first.SetResult(Resolution(Issue(0)));
                return issue.Id == "0" ? new ValueTask<Resolution>(first.Task) : new ValueTask<Resolution>(Resolution(issue));
            },
            new ResolveAllOptions { MaxDegreeOfParallelism = 1, KeepOrder = true }
        );

        Assert.Equal(["0", "1", "2"], await stream.ReadAsync(default).Select(resolution => resolution.IssueId).ToListAsync());
        Assert.Equal(3, begun);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Options_NoThread_IsRefused(int degree) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResolveAllOptions { MaxDegreeOfParallelism = degree });

    private static ResolutionStream Stream(IAsyncEnumerable<Issue> source, int degree, bool keepOrder) =>
        new(
            source,
            (issue, _) => new ValueTask<Resolution>(Resolution(issue)),
            new ResolveAllOptions { MaxDegreeOfParallelism = degree, KeepOrder = keepOrder }
        );

    private static string Id(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Issue Issue(int number) => new() { Id = Id(number) };

    private static Resolution Resolution(Issue issue) =>
        new()
        {
            IssueId = issue.Id,
            Outcome = Outcome.Ignored,
            Reason = ResolutionReason.RuleMatched,
            Summary = "",
        };

    private static async IAsyncEnumerable<Issue> Source(int count, int pauseEvery)
    {
        for (var number = 0; number < count; number++)
        {
            if (pauseEvery > 0 && number % pauseEvery == 0)
                await Task.Yield();
            yield return Issue(number);
        }
    }

    private static async IAsyncEnumerable<Issue> Failing(int count)
    {
        await foreach (var issue in Source(count, pauseEvery: 50))
            yield return issue;
        throw new FormatException("broken");
    }

    private static async IAsyncEnumerable<Issue> Waiting(Task wait)
    {
        yield return Issue(0);
        await wait;
        yield return Issue(1);
    }

    private sealed class EndlessSource
    {
        public bool IsDisposed { get; private set; }

        public int PauseEvery { get; init; } = 1;

        public int Count { get; private set; }

        public async IAsyncEnumerable<Issue> Read([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                while (true)
                {
                    if (Count % PauseEvery == 0)
                        await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return Issue(Count++);
                }
            }
            finally
            {
                IsDisposed = true;
            }
        }
    }
}
