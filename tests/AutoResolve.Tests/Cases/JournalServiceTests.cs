using AutoResolve.Actions;
using AutoResolve.Cases;
using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoResolve.Tests.Cases;

/// <summary>What is told while the journal cannot be used.</summary>
public sealed class JournalServiceTests
{
    private const int RefreshFailed = 27;

    [Fact]
    public async Task Outage_OfTheJournal_IsToldOnceEachTime()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        var service = host.Services.GetServices<IHostedService>().OfType<JournalService>().Single();
        await service.StartAsync(CancellationToken.None);

        await PassAsync(host, 5, isAway: true);
        await PassAsync(host, 2, isAway: false);
        await PassAsync(host, 5, isAway: true);
        await service.StopAsync(CancellationToken.None);

        Assert.Equal(2, host.Logs.GetSnapshot().Count(record => record.Id.Id == RefreshFailed));
    }

    private static async Task PassAsync(ActingHost host, int reads, bool isAway)
    {
        var seen = 0;
        host.Journal.Reading = _ =>
        {
            Interlocked.Increment(ref seen);
            return isAway ? throw new JournalException("It is away.") : Task.CompletedTask;
        };
        while (Volatile.Read(ref seen) < reads * 4)
        {
            host.Clock.Advance(new ActionOptions().RefreshInterval);
            await Task.Yield();
        }
    }
}
