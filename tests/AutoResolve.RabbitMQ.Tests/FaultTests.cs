using AutoResolve.Tests.Journals;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>What is away comes back, and nothing is lost meanwhile.</summary>
[Collection(ServerTests.Name)]
[Trait("Category", "RabbitMQ")]
public sealed class FaultTests(ServersFixture servers)
{
    private static readonly Issue Known = new() { Id = "1", Text = "The form only says please wait" };

    [SkippableFact]
    public async Task Broker_KilledAndStarted_GoesOnWithWhatItKept()
    {
        await using var desk = await Desk.StartAsync(servers);
        for (var number = 0; number < 20; number++)
            await desk.Publisher.PublishAsync(Known with { Id = $"before-{number}" });

        await servers.Broker.KillAsync();
        try
        {
            await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Problem is not null));
            await Assert.ThrowsAsync<RabbitMqException>(async () => await desk.Publisher.PublishAsync(Known));
        }
        finally
        {
            await servers.Broker.StartAsync();
        }

        await desk.Publisher.PublishAsync(Known with { Id = "after" });
        await Patience.UntilAsync(() => Task.FromResult(desk.Channel.Sent.Count == 21));
        Assert.Equal(21, desk.Channel.Sent.Select(call => call.Case.IssueId).Distinct().Count());
        await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Problem is null));
    }

    [SkippableFact]
    public async Task Queue_DeletedMeanwhile_IsMadeAgainAndNothingIsLost()
    {
        await using var desk = await Desk.StartAsync(servers);
        string[] gone = [$"{desk.Name}.retry.100ms", $"{desk.Name}.parked"];
        await using (var connection = await servers.Broker.ConnectAsync())
        await using (var channel = await connection.CreateChannelAsync())
        {
            foreach (var queue in gone)
                await channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false);
        }

        await desk.Publisher.PublishEventAsync(new CaseReference(null, "7"), new CaseEvent { Id = "e1", Kind = CaseEventKind.Closed });

        await Patience.UntilAsync(() => Task.FromResult(desk.Tickets.Done.Count > 0));
        await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Problem is null));
        Assert.NotEmpty((await desk.TakeAsync(gone[1])).Body.ToArray());
        Assert.Equal(0u, await desk.CountAsync(gone[0]));
    }

    [SkippableFact]
    public async Task Broker_AwayAtStart_IsWaitedFor()
    {
        var programs = RabbitPrograms.Find();
        Skip.If(programs is null, "RabbitMQ is not installed.");
        await using var broker = RabbitBroker.Create(programs);
        await using var desk = Desk.Create(servers, port: broker.Port);

        await desk.Host.StartAsync();
        Assert.Contains($"127.0.0.1:{broker.Port} is not reached", desk.Worker.Problem, StringComparison.Ordinal);
        await broker.StartAsync();
        await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Problem is null));
        await desk.Publisher.PublishAsync(Known);

        await Patience.UntilAsync(() => Task.FromResult(desk.Channel.Sent.Count == 1));
    }

    [SkippableFact]
    public async Task Database_Away_KeepsMessagesAndTellsNobody()
    {
        await using var desk = await Desk.StartAsync(servers, worker: options => options.DeliveryLimit = 1);
        var listener = await desk.ListenAsync();
        await desk.Publisher.PublishAsync(Known with { Id = "before" });

        // When it is told the journal has it; what is sent may be yet to be written.
        await desk.TakeAsync(listener);

        await servers.Cluster.CrashAsync();
        try
        {
            for (var number = 0; number < 10; number++)
                await desk.Publisher.PublishAsync(Known with { Id = $"while-{number}" });
            await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Holding == 10));
            Assert.Empty(desk.Tickets.Calls);
        }
        finally
        {
            await servers.Cluster.StartAsync();
        }

        await Patience.UntilAsync(() => Task.FromResult(desk.Channel.Sent.Count == 11));
        Assert.Empty(desk.Tickets.Calls);
        await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Holding == 0));
    }
}
