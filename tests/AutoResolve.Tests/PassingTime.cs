using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests;

/// <summary>Lets the time of a test pass until something has ended.</summary>
internal static class PassingTime
{
    public static async Task PassUntilAsync(this FakeTimeProvider clock, Task task, TimeSpan step)
    {
        using var deadline = new CancellationTokenSource(Patience.Long);
        while (!task.IsCompleted)
        {
            Assert.False(deadline.IsCancellationRequested, "It does not end, however much time goes by.");
            clock.Advance(step);
            await Task.WhenAny(task, Task.Delay(1));
        }

        await task;
    }

    public static async Task<T> PassUntilAsync<T>(this FakeTimeProvider clock, Task<T> task, TimeSpan step)
    {
        await clock.PassUntilAsync((Task)task, step);
        return await task;
    }
}
