namespace AutoResolve.Samples.Tests.Packages;

/// <summary>The sample as one process for the tests of a class; each uses issues of its own.</summary>
public sealed class SharedSample(PackedPackages packed) : IAsyncLifetime
{
    private RunningSample? _sample;

    internal RunningSample Running => _sample!;

    public async Task InitializeAsync() => _sample = await RunningSample.StartAsync(packed);

    public async Task DisposeAsync()
    {
        if (_sample is not null)
            await _sample.DisposeAsync();
    }
}
