using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>A host in this process, where none is killed.</summary>
internal sealed class LocalHost : IDrivenHost
{
    private readonly CrashHost _host;
    private readonly Task _starting;

    public LocalHost(HostSettings settings)
    {
        Settings = settings;
        _host = CrashHost.Of(settings);
        _starting = Task.Run(() => _host.StartAsync(CancellationToken.None));
    }

    public HostSettings Settings { get; }

    public bool IsUsable => _starting.IsCompletedSuccessfully;

    public bool HasFailed => _starting.IsFaulted;

    public async Task<Reply?> SendAsync(Order order)
    {
        await _starting;
        return await Task.Run(() => _host.HandleAsync(order, CancellationToken.None));
    }

    public async Task<string?> CloseAsync()
    {
        await _host.DisposeAsync();
        return null;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
