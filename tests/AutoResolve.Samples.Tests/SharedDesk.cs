namespace AutoResolve.Samples.Tests;

/// <summary>One desk for tests that leave it as it was.</summary>
public sealed class SharedDesk : IAsyncLifetime
{
    private RunningDesk? _desk;

    internal RunningDesk Running => _desk!;

    public async Task InitializeAsync() => _desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync()
    {
        if (_desk is not null)
            await _desk.DisposeAsync();
    }
}
