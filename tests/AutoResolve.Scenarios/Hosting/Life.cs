namespace AutoResolve.Scenarios.Hosting;

/// <summary>Whether a host lives. What a dead one calls never returns and does nothing.</summary>
internal sealed class Life
{
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the host dies.</summary>
    public Task Died => _died.Task;

    public bool IsOver => _died.Task.IsCompleted;

    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

    public void End() => _died.TrySetResult();

    /// <summary>Goes on in a host that lives.</summary>
    public Task GoOnAsync() => IsOver ? Never<int>() : Task.CompletedTask;
}
