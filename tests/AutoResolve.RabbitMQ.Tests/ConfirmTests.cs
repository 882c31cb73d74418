using System.Text.Json;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>Nobody waits for ever for what a broker does not confirm.</summary>
[Collection(ServerTests.Name)]
[Trait("Category", "RabbitMQ")]
public sealed class ConfirmTests(ServersFixture servers)
{
    private static readonly Issue Known = new() { Id = "1", Text = "The form only says please wait" };

    [SkippableFact]
    public async Task Disposition_NotConfirmed_IsToldAgainAndDoneOnce()
    {
        await using var proxy = new MutingProxy(servers.Broker.Port);
        await using var desk = Create(proxy);
        await desk.StartAsync();
        var listener = await desk.ListenAsync();
        proxy.IsMuted = true;

        await desk.SendAsync(Desk.Message(Known));
        await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Unconfirmed == 1));
        await Patience.UntilAsync(() => Task.FromResult(proxy.Muted > 2));
        var health = await HealthAsync(desk);
        proxy.IsMuted = false;

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("1 message(s) are done and kept", health.Description, StringComparison.Ordinal);
        await Patience.UntilAsync(async () => (await HealthAsync(desk)).Status == HealthStatus.Healthy);
        Assert.Equal(0, desk.Worker.Unconfirmed);
        Assert.Single(desk.Channel.Sent);
        var ids = new[] { IdOf((await desk.TakeAsync(listener)).Body), IdOf((await desk.TakeAsync(listener)).Body) };
        Assert.Single(ids.Distinct());
        await desk.Host.StopAsync();
        Assert.Equal(0u, await desk.CountAsync(desk.Name));
    }

    [SkippableFact]
    public async Task Dispositions_NotConfirmed_StopWhatIsTakenAndUseUpNoTries()
    {
        await using var proxy = new MutingProxy(servers.Broker.Port);
        await using var desk = Create(proxy, options => (options.Concurrency, options.Prefetch, options.DeliveryLimit) = (2, 2, 1));
        await desk.StartAsync();
        proxy.IsMuted = true;

        for (var number = 0; number < 5; number++)
            await desk.SendAsync(Desk.Message(Known with { Id = $"{number}" }, $"m{number}"));
        await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Unconfirmed == 2 && proxy.Muted > 6));
        var waiting = await desk.CountAsync(desk.Name);
        var done = desk.Channel.Sent.Count;
        proxy.IsMuted = false;

        Assert.Equal((3u, 2), (waiting, done));
        await Patience.UntilAsync(() => Task.FromResult(desk.Channel.Sent.Count == 5));
        await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Unconfirmed == 0));
        Assert.Empty(desk.Tickets.Calls);
    }

    [SkippableFact]
    public async Task Stop_WhileNothingIsConfirmed_EndsAndHandsItOutAgain()
    {
        await using var proxy = new MutingProxy(servers.Broker.Port);
        await using var desk = Create(proxy);
        await desk.StartAsync();
        proxy.IsMuted = true;
        await desk.SendAsync(Desk.Message(Known));
        await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Unconfirmed == 1));

        await desk.Host.StopAsync().WaitAsync(Patience.Long);

        await Patience.UntilAsync(async () => await desk.CountAsync(desk.Name) == 1);
        Assert.Equal(0, desk.Worker.Unconfirmed);
    }

    [SkippableFact]
    public async Task Publish_NotConfirmed_IsToldAndWorksAgain()
    {
        await using var proxy = new MutingProxy(servers.Broker.Port);
        await using var desk = Create(proxy);
        await desk.StartAsync();
        proxy.IsMuted = true;

        var exception = await Assert.ThrowsAsync<RabbitMqException>(async () => await desk.Publisher.PublishAsync(Known));
        proxy.IsMuted = false;

        // It may take longer than that at first.
        await Patience.UntilAsync(async () =>
        {
            try
            {
                await desk.Publisher.PublishAsync(Known with { Id = "2" });
                return true;
            }
            catch (RabbitMqException)
            {
                return false;
            }
        });
        Assert.False(exception.IsSetting);
        Assert.Contains("has not confirmed for 0.3 seconds", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"the queue '{desk.Name}'", exception.Message, StringComparison.Ordinal);
    }

    private Desk Create(MutingProxy proxy, Action<RabbitMqWorkerOptions>? worker = null) =>
        Desk.Create(
            servers,
            broker: options => options.ConfirmTimeout = TimeSpan.FromMilliseconds(300),
            worker: worker,
            services: services => services.AddHealthChecks().AddAutoResolveWorker(),
            port: proxy.Port
        );

    private static async Task<HealthReportEntry> HealthAsync(Desk desk) =>
        (await desk.Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["autoresolve-worker"];

    private static string IdOf(ReadOnlyMemory<byte> disposition)
    {
        using var read = JsonDocument.Parse(disposition);
        return read.RootElement.GetProperty("id").GetString()!;
    }
}
