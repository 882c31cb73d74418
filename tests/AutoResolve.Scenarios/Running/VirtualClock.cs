using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Scenarios.Running;

/// <summary>Time that goes slowly while hosts work, fast where nothing is left but to wait, and at once where a story says so.</summary>
internal sealed class VirtualClock : StoryClock
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMilliseconds(10),
        TimeSpan.FromMilliseconds(50),
        TimeSpan.FromMilliseconds(100),
    ];

    private static readonly TimeSpan Leap = TimeSpan.FromSeconds(1);

    // So many moments until time goes faster: whatever a host does without waiting takes less.
    private const int Moments = 100;

    // A Monday, just before a desk opens: what is asked first has whole days of business time, also where it is asked only after a fault.
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 8, 55, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start.AddHours(-1));

    public override TimeProvider Time => _time;

    public override void Begin() => _time.SetUtcNow(Start);

    public override async Task TickAsync()
    {
        await Task.Delay(Moment);
        _time.Advance(Steps[0]);
    }

    public override async Task AwaitAsync(Task work, Func<bool> isIdle)
    {
        var started = Stopwatch.GetTimestamp();
        for (var moment = 0; !work.IsCompleted; moment++)
        {
            await Task.WhenAny(work, Task.Delay(Moment));
            if (work.IsCompleted)
                break;
            _time.Advance(isIdle() ? Leap : Steps[Math.Min(moment / Moments, Steps.Length - 1)]);
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException("A host does not end what it was given.");
        }

        await work;
    }

    public override async Task PassAsync(TimeSpan time, int parts, Func<Task> act)
    {
        for (var part = 0; part < parts; part++)
        {
            _time.Advance(time / parts);
            await Task.Delay(Moment);
            await act();
        }
    }
}
