using System.Text;
using AutoResolve.Journaling;
using AutoResolve.Testing;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Tests;

[Collection(ServerTests.Name)]
[Trait("Category", "RabbitMQ")]
public sealed class WorkerTests(ServersFixture servers)
{
    private static readonly Issue Known = new() { Id = "1", Text = "The form only says please wait" };

    public static TheoryData<string, string> Poison =>
        new()
        {
            { "not-json", "please wait" },
            { "not-cloudevent", """{"id":"1","text":"please wait"}""" },
            { "unknown-type", """{"specversion":"1.0","id":"1","source":"/x","type":"autoresolve.issue.v2","data":{"id":"1"}}""" },
            { "bad-data", """{"specversion":"1.0","id":"1","source":"/x","type":"autoresolve.issue.v1","data":{"key":"1"}}""" },
            { "refused", """{"specversion":"1.0","id":"1","source":"/x","type":"autoresolve.issue.v1","data":{"id":" "}}""" },
        };

    [SkippableFact]
    public async Task Issue_Published_IsDoneAndToldAndAcknowledged()
    {
        await using var desk = await Desk.StartAsync(servers);
        var listener = await desk.ListenAsync();

        await desk.Publisher.PublishAsync(Known);

        var told = await desk.TakeAsync(listener);
        var disposition = JObject.Parse(Encoding.UTF8.GetString(told.Body.Span));
        Assert.Equal("done.answered", told.RoutingKey);
        Assert.Equal("autoresolve.disposition.v1", (string?)disposition["type"]);
        Assert.Equal("1", (string?)disposition["data"]!["case"]!["issue"]);
        Assert.Equal("answered", (string?)disposition["data"]!["outcome"]);
        Assert.Equal("pdf.please-wait", (string?)disposition["data"]!["rule"]);
        Assert.Single(desk.Channel.Sent);
        await Patience.UntilAsync(async () => await desk.CountAsync(desk.Name) == 0);
    }

    [SkippableFact]
    public async Task Issue_InBinaryMode_IsDoneAndWhatCannotBeReadOfItGoesToAPerson()
    {
        await using var desk = await Desk.StartAsync(servers);
        var listener = await desk.ListenAsync();
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?>
            {
                ["cloudEvents:specversion"] = "1.0",
                ["cloudEvents:id"] = "m1",
                ["cloudEvents:source"] = "/tests",
                ["cloudEvents:type"] = "autoresolve.issue.v1",
            },
        };

        await desk.SendAsync("""{"id":"1","text":"The form only says please wait"}"""u8.ToArray(), properties: properties);
        Assert.Equal("done.answered", (await desk.TakeAsync(listener)).RoutingKey);
        await desk.SendAsync("please wait"u8.ToArray(), properties: properties);

        var parked = (await desk.TakeAsync($"{desk.Name}.parked")).BasicProperties.Headers!;
        Assert.Equal("not-json", Encoding.UTF8.GetString((byte[])parked["autoresolve-reason"]!));
        Assert.Equal("m1", Encoding.UTF8.GetString((byte[])parked["cloudEvents:id"]!));
    }

    [SkippableFact]
    public async Task Turn_BeforeItsCase_WaitsForIt()
    {
        await using var desk = await Desk.StartAsync(servers);
        var listener = await desk.ListenAsync();

        await desk.Publisher.PublishTurnAsync(new CaseReference(null, "1"), new Turn { Id = "t1", Text = "It is a phone" });
        Assert.Equal("waiting.none", (await desk.TakeAsync(listener)).RoutingKey);
        await desk.Publisher.PublishAsync(Known);

        Assert.Equal("done.answered", (await desk.TakeAsync(listener)).RoutingKey);
    }

    [SkippableFact]
    public async Task Message_SentTwice_ActsOnceAndIsToldWithOneId()
    {
        await using var desk = await Desk.StartAsync(servers);
        var listener = await desk.ListenAsync();

        await desk.SendAsync(Desk.Message(Known));
        var first = await desk.TakeAsync(listener);
        await desk.SendAsync(Desk.Message(Known));
        var second = await desk.TakeAsync(listener);

        Assert.Equal("duplicate.answered", second.RoutingKey);
        Assert.Equal(first.BasicProperties.MessageId, second.BasicProperties.MessageId);
        Assert.Single(desk.Channel.Calls);
    }

    /// <summary>What a worker leaves behind that was killed after its commit and before it acknowledged.</summary>
    [SkippableFact]
    public async Task Message_InTheJournalAndNotAcknowledged_IsAcknowledgedAndActsNoMore()
    {
        await using var desk = await Desk.StartAsync(servers);
        var listener = await desk.ListenAsync();
        await desk.Host.Services.GetRequiredService<IIssueProcessor>().ProcessAsync(Known);
        Assert.Single(desk.Channel.Calls);

        await desk.SendAsync(Desk.Message(Known));

        Assert.Equal("duplicate.answered", (await desk.TakeAsync(listener)).RoutingKey);
        Assert.Single(desk.Channel.Calls);
    }

    [SkippableTheory]
    [MemberData(nameof(Poison))]
    public async Task Poison_OfAnyKind_GoesToAPersonOnceAndIsKept(string reason, string body)
    {
        await using var desk = await Desk.StartAsync(servers);
        var listener = await desk.ListenAsync();

        await desk.SendAsync(
            Encoding.UTF8.GetBytes(body),
            properties: new BasicProperties { Headers = new Dictionary<string, object?> { ["CC"] = new List<object> { desk.Name } } }
        );
        var parked = await desk.TakeAsync($"{desk.Name}.parked");
        await desk.SendAsync(Encoding.UTF8.GetBytes(body));
        await desk.TakeAsync($"{desk.Name}.parked");

        Assert.Equal(body, Encoding.UTF8.GetString(parked.Body.Span));
        Assert.Equal(reason, Header(parked, "autoresolve-reason"));
        var told = Assert.Single(desk.Tickets.Done);
        Assert.Equal(TicketCallKind.Escalate, told.Kind);
        Assert.Equal(told.Case.ToString(), Header(parked, "autoresolve-case"));
        var disposition = await desk.TakeAsync(listener);
        Assert.Equal("done.escalated", disposition.RoutingKey);
        var data = JObject.Parse(Encoding.UTF8.GetString(disposition.Body.Span))["data"]!;
        Assert.Equal((told.Case.IssueId, reason), ((string?)data["case"]!["issue"], (string?)data["problem"]));
        Assert.DoesNotContain("please wait", data.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{desk.Name}.parked", told.Handover!.Summary, StringComparison.Ordinal);
        var record = await desk.Host.Services.GetRequiredService<IJournal>().FindCaseAsync(told.Case);
        Assert.Equal(CaseOwner.Team, record!.Owner);
    }

    [SkippableFact]
    public async Task Poison_OfTenMegabytes_GoesToAPerson()
    {
        await using var desk = await Desk.StartAsync(servers);

        await desk.SendAsync(Desk.Message(Known with { Text = new string('x', 10_000_000) }));

        var parked = await desk.TakeAsync($"{desk.Name}.parked");
        Assert.Equal("too-long", Header(parked, "autoresolve-reason"));
        Assert.Single(desk.Tickets.Done);
    }

    [SkippableTheory]
    [InlineData(CaseEventKind.Closed)]
    [InlineData(CaseEventKind.PersonReplied)]
    [InlineData(CaseEventKind.Merged)]
    public async Task Event_OfACaseThatIsNotKnown_IsTriedAgainThenToldToAPersonWhoAlsoGetsTheCase(CaseEventKind kind)
    {
        await using var desk = await Desk.StartAsync(servers);
        var listener = await desk.ListenAsync();

        await desk.Publisher.PublishEventAsync(
            new CaseReference(null, "7"),
            new CaseEvent
            {
                Id = "e1",
                Kind = kind,
                Into = kind == CaseEventKind.Merged ? new CaseReference(null, "8") : null,
            }
        );

        var parked = await desk.TakeAsync($"{desk.Name}.parked");
        Assert.Equal("tries-used-up", Header(parked, "autoresolve-reason"));
        Assert.Equal("2", Header(parked, "autoresolve-tries"));
        var told = Assert.Single(desk.Tickets.Done);
        Assert.Equal((TicketCallKind.Escalate, "7"), (told.Kind, told.Case.IssueId));
        Assert.StartsWith($"An event of this case ({kind}) was not taken note of.", told.Handover!.Summary, StringComparison.Ordinal);
        Assert.Contains("knows no case 7", told.Handover.Summary, StringComparison.Ordinal);

        var disposition = await desk.TakeAsync(listener);
        Assert.Equal("done.escalated", disposition.RoutingKey);
        var data = JObject.Parse(Encoding.UTF8.GetString(disposition.Body.Span))["data"]!;
        Assert.Equal(("7", "tries-used-up"), ((string?)data["case"]!["issue"], (string?)data["problem"]));
        Assert.Equal("/autoresolve", (string?)data["cause"]!["source"]);

        await desk.Publisher.PublishAsync(Known with { Id = "7" });

        Assert.Equal("done.escalated", (await desk.TakeAsync(listener)).RoutingKey);
        Assert.Equal(2, desk.Tickets.Done.Count);
        Assert.Empty(desk.Channel.Calls);
    }

    [SkippableFact]
    public async Task Event_MovedBackOnceItsCaseIsKnown_BeginsAnew()
    {
        await using var desk = await Desk.StartAsync(servers);
        var reference = new CaseReference(null, "7");
        await desk.Publisher.PublishEventAsync(reference, new CaseEvent { Id = "e1", Kind = CaseEventKind.Closed });
        var parked = await desk.TakeAsync($"{desk.Name}.parked");

        await desk.SendAsync("garbage"u8.ToArray(), properties: new BasicProperties(parked.BasicProperties));
        var garbage = await desk.TakeAsync($"{desk.Name}.parked");
        await desk.SendAsync(parked.Body.ToArray(), properties: new BasicProperties(parked.BasicProperties));

        Assert.Equal(("not-json", "0"), (Header(garbage, "autoresolve-reason"), Header(garbage, "autoresolve-tries")));
        var journal = desk.Host.Services.GetRequiredService<IJournal>();
        await Patience.UntilAsync(async () => (await journal.FindCaseAsync(reference))!.Owner == CaseOwner.Nobody);
    }

    [SkippableFact]
    public async Task Message_WhoseWorkersDieEachTime_GoesToAPersonWithItsIssue()
    {
        await using var desk = Desk.Create(servers, worker: options => options.DeliveryLimit = 1);
        await using (var first = Desk.Create(servers, desk.Name, worker: options => options.DeliveryLimit = 1))
            await first.StartAsync();
        await Patience.UntilAsync(async () => await desk.ConsumersAsync(desk.Name) == 0);
        await desk.SendAsync(Desk.Message(Known));
        await Patience.UntilAsync(async () =>
        {
            await using (var connection = await servers.Broker.ConnectAsync())
            await using (var channel = await connection.CreateChannelAsync())
                await channel.BasicGetAsync(desk.Name, autoAck: false);
            return await desk.CountAsync($"{desk.Name}.dead") == 1;
        });

        await desk.Host.StartAsync();

        var parked = await desk.TakeAsync($"{desk.Name}.parked");
        Assert.Equal("delivery-limit", Header(parked, "autoresolve-reason"));
        Assert.Equal("1", Assert.Single(desk.Tickets.Done).Case.IssueId);
        Assert.Empty(desk.Channel.Calls);
    }

    [SkippableFact]
    public async Task Stop_WhileAMessageIsWorkedOn_FinishesAndAcknowledgesIt()
    {
        var handler = new Gate();
        var desk = await Desk.StartAsync(servers, services: services => services.AddSingleton<IAnswerChannel>(handler));
        await desk.Publisher.PublishAsync(Known);
        await handler.Entered.Task.WaitAsync(Patience.Long);

        var stopping = desk.Host.StopAsync();
        Assert.False(stopping.IsCompleted);
        handler.Open.SetResult();
        await stopping.WaitAsync(Patience.Long);

        // What was not acknowledged waits again by then.
        await Patience.UntilAsync(async () => await desk.ConsumersAsync(desk.Name) == 0);
        Assert.Equal(0u, await desk.CountAsync(desk.Name));
        await ((IAsyncDisposable)desk.Host).DisposeAsync();
    }

    private static string? Header(BasicGetResult message, string name) =>
        message.BasicProperties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;

    private sealed class Gate : IAnswerChannel
    {
        public TaskCompletionSource Entered { get; } = new();

        public TaskCompletionSource Open { get; } = new();

        public async ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await Open.Task.WaitAsync(cancellationToken);
        }

        public ValueTask AskAsync(
            Issue issue,
            IReadOnlyList<Question> questions,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => ValueTask.CompletedTask;
    }
}
