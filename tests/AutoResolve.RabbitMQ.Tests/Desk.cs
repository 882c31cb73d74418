using AutoResolve.Intake.Messages;
using AutoResolve.RabbitMQ.Working;
using AutoResolve.Sources;
using AutoResolve.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>A host with a worker, and what its channel and ticket system were told.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private const string Rules = """
        {
          "set": "pdf", "title": "PDF", "owner": "documents",
          "rules": [
            { "id": "pdf.please-wait", "title": "Please wait", "type": "documents/pdf", "status": "active",
              "when": { "anyOf": ["please wait"] },
              "then": { "outcome": "answer", "answer": { "en": "Open it with a reader." }, "tier": 1 },
              "source": "Notes", "reviewed": "2026-11-01",
              "tests": [{ "text": "It says please wait", "match": true }, { "text": "No", "match": false }] }
          ]
        }
        """;

    public static readonly IRuleSource RuleSource = Sources.RuleSource.Memory(new RuleSourceFile("pdf.json", Rules));

    private readonly ServersFixture _servers;

    private Desk(ServersFixture servers, string name, IHost host) => (_servers, Name, Host) = (servers, name, host);

    public string Name { get; }

    public IHost Host { get; }

    public FakeTicketSystem Tickets => (FakeTicketSystem)Host.Services.GetRequiredService<ITicketSystem>();

    public FakeAnswerChannel Channel => (FakeAnswerChannel)Host.Services.GetRequiredService<IAnswerChannel>();

    public RabbitMqWorker Worker => Host.Services.GetRequiredService<RabbitMqWorker>();

    public IIssuePublisher Publisher => Host.Services.GetRequiredService<IIssuePublisher>();

    /// <summary>Makes a host that is not started yet.</summary>
    public static Desk Create(
        ServersFixture servers,
        string? name = null,
        Action<RabbitMqOptions>? broker = null,
        Action<RabbitMqWorkerOptions>? worker = null,
        Action<IServiceCollection>? services = null,
        int? port = null
    )
    {
        name ??= servers.NewName();
        port ??= servers.Broker.Port;
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ITicketSystem>(new FakeTicketSystem());
        builder.Services.AddSingleton<IAnswerChannel>(new FakeAnswerChannel());
        builder.Services.Configure<Actions.ActionOptions>(options => options.RefreshInterval = TimeSpan.FromMilliseconds(200));
        builder
            .Services.AddAutoResolve()
            .UseRules(RuleSource)
            .AddTicketSystem<FakeTicketSystem>()
            .AddAnswerChannel<FakeAnswerChannel>()
            .UsePostgresJournal(servers.Cluster.ConnectionString, options =>
            {
                options.Schema = name;
                options.AppendTimeout = AutoResolve.Tests.Journals.Patience.Long;
                options.Secrets.Add(new() { Id = "1", Value = Convert.ToBase64String(new byte[32]) });
            })
            .AddRabbitMqWorker(
                options =>
                {
                    options.RetryDelays.Add(TimeSpan.FromMilliseconds(100));
                    options.RetryDelays.Add(TimeSpan.FromMilliseconds(200));
                    worker?.Invoke(options);
                },
                options =>
                {
                    options.Hosts.Add("127.0.0.1");
                    options.Port = port;
                    options.UserName = RabbitBroker.User;
                    options.Password = RabbitBroker.Password;
                    options.Queue = name;
                    broker?.Invoke(options);
                }
            );
        builder.Services.AddRabbitMqPublisher();
        services?.Invoke(builder.Services);
        return new Desk(servers, name, builder.Build());
    }

    public static async Task<Desk> StartAsync(
        ServersFixture servers,
        string? name = null,
        Action<RabbitMqWorkerOptions>? worker = null,
        Action<IServiceCollection>? services = null
    )
    {
        var desk = Create(servers, name, worker: worker, services: services);
        await desk.StartAsync();
        return desk;
    }

    /// <summary>Starts the host, and waits until its worker is connected, also where the broker is slow to let it in.</summary>
    public async Task StartAsync()
    {
        await Host.StartAsync();
        await AutoResolve.Tests.Journals.Patience.UntilAsync(() => Task.FromResult(Worker.Problem is null));
    }

    /// <summary>Sends whatever somebody may send.</summary>
    public async Task SendAsync(byte[] body, string? queue = null, BasicProperties? properties = null)
    {
        await using var connection = await _servers.Broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync(
            "",
            queue ?? Name,
            mandatory: true,
            properties ?? new BasicProperties { DeliveryMode = DeliveryModes.Persistent },
            body
        );
    }

    /// <summary>How many messages wait in a queue.</summary>
    public async Task<uint> CountAsync(string queue)
    {
        await using var connection = await _servers.Broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
    }

    /// <summary>How many take from a queue.</summary>
    public async Task<uint> ConsumersAsync(string queue)
    {
        await using var connection = await _servers.Broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        return (await channel.QueueDeclarePassiveAsync(queue)).ConsumerCount;
    }

    /// <summary>Takes a message, as soon as there is one.</summary>
    public async Task<BasicGetResult> TakeAsync(string queue)
    {
        await using var connection = await _servers.Broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        BasicGetResult? taken = null;
        await AutoResolve.Tests.Journals.Patience.UntilAsync(async () =>
            (taken = await channel.BasicGetAsync(queue, autoAck: true)) is not null
        );
        return taken!;
    }

    /// <summary>A queue that gets what became of messages.</summary>
    public async Task<string> ListenAsync()
    {
        await using var connection = await _servers.Broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var queue = $"{Name}.listener";
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(queue, $"{Name}.dispositions", "#");
        return queue;
    }

    public static byte[] Message(Issue issue, string id = "m1") => new IssueMessage(issue) { Id = id, Source = "/tests" }.ToJson();

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync();
        if (Host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
