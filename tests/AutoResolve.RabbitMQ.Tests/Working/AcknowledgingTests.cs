using AutoResolve.RabbitMQ.Working;
using AutoResolve.Tests.Journals;

namespace AutoResolve.RabbitMQ.Tests.Working;

/// <summary>What is done is acknowledged once, and never what is left to do.</summary>
public sealed class AcknowledgingTests
{
    private readonly SomeChannel _channel = SomeChannel.Open();
    private readonly List<Exception> _failed = [];
    private readonly Acknowledging _acknowledging;

    public AcknowledgingTests() => _acknowledging = new Acknowledging(_channel.Channel, _failed.Add);

    [Fact]
    public async Task Done_WithAllBeforeIt_IsAcknowledgedWithThem()
    {
        var first = new TaskCompletionSource();
        _channel.Acknowledging = () => first.Task;
        _acknowledging.Begin(4);
        _acknowledging.End(1);
        await Patience.UntilAsync(() => Task.FromResult(_channel.Acknowledged.Count == 1));
        _channel.Acknowledging = () => Task.CompletedTask;

        foreach (var tag in (ulong[])[3, 2, 4])
            _acknowledging.End(tag);
        first.SetResult();
        await _acknowledging.WhenDone();

        Assert.Equal([(1, true), (4, true)], _channel.Acknowledged);
    }

    [Fact]
    public async Task Done_WithSomethingBeforeItLeft_IsAcknowledgedAlone()
    {
        _acknowledging.Begin(3);
        _acknowledging.End(3);
        await _acknowledging.WhenDone();

        Assert.Equal([(3, false)], _channel.Acknowledged);
    }

    [Fact]
    public async Task Done_BeforeItsNeighbourIsSeenToHaveCome_DoesNotTakeThatForDone()
    {
        // Several take what comes, and the second may be the first to say so.
        _acknowledging.Begin(2);
        _acknowledging.End(2);
        await _acknowledging.WhenDone();
        _acknowledging.Begin(1);

        Assert.Equal([(2, false)], _channel.Acknowledged);
    }

    [Fact]
    public async Task Channel_Fails_IsToldAndTheRestIsTried()
    {
        _channel.Acknowledging = () => throw new IOException("gone");
        _acknowledging.Begin(2);
        _acknowledging.End(2);
        await _acknowledging.WhenDone();
        _acknowledging.End(1);
        await _acknowledging.WhenDone();

        Assert.Equal(2, _failed.Count);
        Assert.All(_failed, exception => Assert.IsType<IOException>(exception));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Done_InAnyOrder_IsAcknowledgedOnceAsABrokerTakesIt(int seed)
    {
        const int count = 500;
        var random = new Random(seed);
        var done = new HashSet<ulong>();
        var unacknowledged = new SortedSet<ulong>();
        List<string> broken = [];
        _channel.Acknowledging = () =>
        {
            var (tag, isMultiple) = _channel.Acknowledged[^1];
            lock (done)
            {
                if (!unacknowledged.Contains(tag))
                    broken.Add($"{tag} is not known");
                foreach (var each in unacknowledged.Where(each => each == tag || (isMultiple && each < tag)).ToList())
                {
                    unacknowledged.Remove(each);
                    if (!done.Contains(each))
                        broken.Add($"{each} is not done");
                }
            }

            return Task.CompletedTask;
        };
        var open = new List<ulong>();
        for (var (next, ended) = (1UL, 0); ended < count; )
        {
            if (open.Count < 64 && next <= count && random.Next(2) == 0)
            {
                lock (done)
                    unacknowledged.Add(next);
                _acknowledging.Begin(next);
                open.Add(next++);
            }
            else if (open.Count > 0)
            {
                var place = random.Next(Math.Min(open.Count, 8));
                lock (done)
                    done.Add(open[place]);
                _acknowledging.End(open[place]);
                open.RemoveAt(place);
                ended++;
                if (random.Next(20) == 0)
                    await _acknowledging.WhenDone();
            }
        }

        await _acknowledging.WhenDone();

        Assert.Empty(broken);
        Assert.Empty(unacknowledged);
        Assert.Contains(_channel.Acknowledged, each => each.IsMultiple);
    }
}
