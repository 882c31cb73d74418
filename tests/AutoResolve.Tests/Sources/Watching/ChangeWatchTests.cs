using System.Collections.Concurrent;
using AutoResolve.Sources.Watching;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Sources.Watching;

public sealed class ChangeWatchTests : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new();
    private readonly ConcurrentQueue<bool> _guesses = new();
    private readonly ConcurrentQueue<WatchState> _turns = new();
    private readonly ManualResetEventSlim _answer = new();

    public void Dispose() => _answer.Dispose();

    public static TheoryData<string> Failures => [.. FailingTokens.Keys];

    private static Dictionary<string, Func<ScriptedToken>> FailingTokens { get; } =
        new()
        {
            ["it is let go of"] = () => new ScriptedToken { Disposing = Fail },
            ["it is registered with"] = () => new ScriptedToken { Registering = Fail },
            ["it is asked whether it calls back"] = () => new ScriptedToken { CallsBack = () => throw new InvalidOperationException() },
            ["it is asked whether it has changed"] = () =>
                new ScriptedToken { CallsBack = () => false, Changed = () => throw new InvalidOperationException() },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Token_ThatFailsWhen_IsTakenForAChangeAndWatchedAnew(string when)
    {
        var first = FailingTokens[when]();
        var second = new ScriptedToken();
        var tokens = new Queue<ScriptedToken>([first, second]);
        using var watch = Watch(() => tokens.TryDequeue(out var token) ? token : new ScriptedToken());
        await watch.BeginAsync(CancellationToken.None);

        first.Call();
        await Eventually(() => !_guesses.IsEmpty && !IsLost(watch), Poll);
        var told = _guesses.Count;
        await Eventually(
            () =>
            {
                second.Call();
                return _guesses.Count > told;
            },
            Poll
        );

        Assert.False(_guesses.Last());
        Assert.True(Lost.Count() <= 1);
    }

    [Fact]
    public async Task Token_ThatNeverCanSayWhetherItHasChanged_IsToldOnceAndGuessed()
    {
        var fails = true;
        using var watch = Watch(() =>
            new ScriptedToken { CallsBack = () => false, Changed = () => fails ? throw new IOException("No connection.") : false }
        );
        await watch.BeginAsync(CancellationToken.None);
        await Eventually(() => _guesses.Count > 2, Poll);
        Assert.True(IsLost(watch));
        Assert.Equal("the system says: No connection", Assert.Single(Lost).Reason);
        Assert.All(_guesses, Assert.True);

        fails = false;
        await Eventually(() => !IsLost(watch), Poll);
    }

    [Fact]
    public async Task Watch_ThatNeverAnswers_IsToldAndAskedOnlyOnce()
    {
        var asked = 0;
        var late = new ScriptedToken();
        using var watch = Watch(() =>
        {
            asked++;
            _answer.Wait();
            return late;
        });
        await ScriptedSource.PassAsync(_time, Limit, watch.BeginAsync(CancellationToken.None));
        Assert.True(IsLost(watch));
        Assert.Equal("it does not answer", Assert.Single(Lost).Reason);

        await Eventually(() => _guesses.Count > 2, Poll);
        Assert.All(_guesses, Assert.True);
        Assert.Equal(1, asked);

        watch.Dispose();
        _answer.Set();
        await Eventually(() => late.Disposals == 1, TimeSpan.Zero);
    }

    [Fact]
    public async Task Begin_CancelledWhileWatchDoesNotAnswer_Ends()
    {
        using var watch = Watch(() =>
        {
            _answer.Wait();
            return null;
        });
        using var cancellation = new CancellationTokenSource();
        var begin = watch.BeginAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => begin);
        _answer.Set();
    }

    [Fact]
    public async Task Token_ThatCallsWithoutEnd_IsHeard()
    {
        var token = new ScriptedToken();
        using var watch = Watch(() => token);
        await watch.BeginAsync(CancellationToken.None);

        await Eventually(
            () =>
            {
                token.Call();
                return !_guesses.IsEmpty;
            },
            TimeSpan.FromMilliseconds(100)
        );

        Assert.False(_guesses.First());
    }

    [Fact]
    public async Task Changes_WhileOneIsTaken_WaitAsOne()
    {
        var taken = new TaskCompletionSource();
        var calls = 0;
        using var watch = new ChangeWatch(
            () => new CancellationChangeToken(new CancellationToken(canceled: true)),
            Poll,
            () => Limit,
            _time,
            _ => Interlocked.Increment(ref calls) == 1 ? taken.Task : ScriptedSource.Never,
            _turns.Enqueue
        );
        await watch.BeginAsync(CancellationToken.None);
        await Eventually(() => calls == 1, TimeSpan.FromSeconds(1));
        for (var time = 0; time < 20; time++)
        {
            await Task.Delay(1);
            _time.Advance(Poll);
        }

        Assert.Equal(1, calls);
        taken.SetResult();
        await Eventually(() => calls == 2, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Begin_AfterTheEnd_AsksNothing()
    {
        var asked = 0;
        var watch = Watch(() =>
        {
            asked++;
            return null;
        });
        watch.Dispose();

        await watch.BeginAsync(CancellationToken.None);

        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task Dispose_Twice_LetsGoOfTheTokenOnce()
    {
        var token = new ScriptedToken();
        var watch = Watch(() => token);
        await watch.BeginAsync(CancellationToken.None);

        watch.Dispose();
        watch.Dispose();

        Assert.Equal(1, token.Disposals);
    }

    [Fact]
    public async Task Dispose_WhereWhatIsToldThrew_DoesNot()
    {
        var calls = 0;
        var watch = new ChangeWatch(
            () => new CancellationChangeToken(new CancellationToken(canceled: true)),
            Poll,
            () => Limit,
            _time,
            _ =>
            {
                calls++;
                throw new InvalidOperationException("It must not throw.");
            },
            _turns.Enqueue
        );
        await watch.BeginAsync(CancellationToken.None);
        await Eventually(() => calls == 1, TimeSpan.FromSeconds(1));

        watch.Dispose();
    }

    [Fact]
    public void Arguments_NullOrOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("watch", () => Watch(null!));
        Assert.Throws<ArgumentNullException>("changed", () => Every(Poll));
        Assert.Throws<ArgumentOutOfRangeException>("pollInterval", () => Every(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("pollInterval", () => Every(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("pollInterval", () => Every(TimeSpan.MaxValue));

        ChangeWatch Every(TimeSpan interval) => new(() => null, interval, () => Limit, _time, null!, _turns.Enqueue);
    }

    private IEnumerable<WatchState> Lost => _turns.Where(state => state.Status == WatchStatus.NotWatching);

    private static bool IsLost(ChangeWatch watch) => watch.State.Status == WatchStatus.NotWatching;

    private static void Fail() => throw new InvalidOperationException("The connection is broken.");

    private ChangeWatch Watch(Func<IChangeToken?> watch) =>
        new(
            watch,
            Poll,
            () => Limit,
            _time,
            isGuess =>
            {
                _guesses.Enqueue(isGuess);
                return Task.CompletedTask;
            },
            _turns.Enqueue
        );

    private async Task Eventually(Func<bool> condition, TimeSpan step)
    {
        using var limit = new CancellationTokenSource(Patience.Long);
        while (!condition())
        {
            await Task.Delay(5, limit.Token);
            _time.Advance(step);
        }
    }
}
