namespace AutoResolve.Tests.Journals;

/// <summary>How long a test waits for what must happen: so long that no machine is too busy for it.</summary>
internal static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    /// <summary>Waits until something holds that another process brings about.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var deadline = new CancellationTokenSource(Long);
        while (!await holds())
            await Task.Delay(20, deadline.Token);
    }
}
