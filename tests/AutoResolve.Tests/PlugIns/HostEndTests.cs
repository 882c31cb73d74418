using AutoResolve.Actions;
using AutoResolve.Tests.Actions;

namespace AutoResolve.Tests.PlugIns;

/// <summary>A container makes nothing any more from the moment in which it is disposed of: what was begun then.</summary>
public sealed class HostEndTests
{
    private readonly TaskCompletionSource _begun = new();
    private readonly TaskCompletionSource _end = new();

    [Fact]
    public async Task Stop_WorkThatWasBegun_EndsWithAllItsScopes()
    {
        await using var host = new DbHost();
        foreach (var service in host.HostedServices)
            await service.StartAsync(CancellationToken.None);
        Hold(host);
        var working = host.ProcessAsync("alpha");
        await _begun.Task;

        var stopping = StopAsync(host, CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        _end.SetResult();
        await stopping;

        Assert.Equal(Outcome.Fixed, (await working).Outcome);
        Assert.Equal(["fix", "verify", "send"], host.Log.Users);
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task Stop_WorkThatDoesNotEnd_IsWaitedForNoLongerThanTheHostMay()
    {
        await using var host = new DbHost();
        foreach (var service in host.HostedServices)
            await service.StartAsync(CancellationToken.None);
        Hold(host);
        var working = host.ProcessAsync("alpha");
        await _begun.Task;

        await StopAsync(host, new CancellationToken(canceled: true));

        Assert.False(working.IsCompleted);
        _end.SetResult();
        await working;
    }

    [Fact]
    public async Task Dispose_WorkThatWasBegun_IsLeftToTheNextHost()
    {
        var journal = new FaultyJournal();
        var gone = new DbHost(journal: journal);
        journal.Clock = gone.Clock;
        Hold(gone);
        var working = gone.ProcessAsync("alpha");
        await _begun.Task;

        var disposing = gone.DisposeAsync().AsTask();
        _end.SetResult();
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => working);
        await disposing;
        gone.Clock.Advance(new ActionOptions().Lease + TimeSpan.FromSeconds(1));
        await using var next = new DbHost(journal: journal.ForAnotherHost());
        await next.Processor.RecoverAsync();

        Assert.Equal(["fix"], gone.Log.Users);
        Assert.Equal(["fix", "verify", "send"], next.Log.Users);
        gone.Log.AssertOneACall();
        next.Log.AssertOneACall();
    }

    private void Hold(DbHost host) =>
        host.Script.Fix = async _ =>
        {
            _begun.SetResult();
            await _end.Task;
            return ActionOutcome.Succeeded();
        };

    private static async Task StopAsync(DbHost host, CancellationToken cancellationToken)
    {
        foreach (var service in host.HostedServices.Reverse())
            await service.StopAsync(cancellationToken);
    }
}
