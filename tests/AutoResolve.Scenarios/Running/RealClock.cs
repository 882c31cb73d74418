namespace AutoResolve.Scenarios.Running;

/// <summary>The time of the machine.</summary>
internal sealed class RealClock : StoryClock
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);

    public override TimeProvider Time => TimeProvider.System;

    public override void Begin() { }

    public override Task TickAsync() => Task.Delay(Moment);

    public override Task AwaitAsync(Task work, Func<bool> isIdle) => work.WaitAsync(Patience);

    public override async Task PassAsync(TimeSpan time, int parts, Func<Task> act)
    {
        await Task.Delay(time);
        await act();
    }
}
