using AutoResolve.Crash.Hosting;
using AutoResolve.RabbitMQ.Tests;
using AutoResolve.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>A worker that answers, and whose channel does nothing else than be called.</summary>
internal static class SpeedWorker
{
    public const string Ready = "ready";

    private const string Rules = """
        { "set": "speed", "title": "Speed", "owner": "speed", "rules": [
          { "id": "speed.answer", "title": "Answers", "type": "t/a", "status": "active", "when": { "anyOf": ["please wait"] },
            "then": { "outcome": "answer", "answer": { "en": "Open it with a reader." }, "tier": 1 } } ] }
        """;

    public static async Task RunAsync(SpeedWorkerSettings settings, TextReader told, TextWriter said)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder
            .Services.AddAutoResolve()
            .UseRules(RuleSource.Memory(new RuleSourceFile("speed.json", Rules)))
            .AddAnswerChannel<SilentChannel>(ServiceLifetime.Singleton)
            .UsePostgresJournal(JournalStore.Connection, options =>
            {
                options.Schema = settings.Queue;
                options.Secrets.Add(new() { Id = "1", Value = Convert.ToBase64String(new byte[32]) });
            })
            .AddRabbitMqWorker(
                options => (options.Concurrency, options.Prefetch) = (settings.Concurrency, 2 * settings.Concurrency),
                options =>
                {
                    options.Hosts.Add("127.0.0.1");
                    (options.Port, options.Queue) = (settings.Port, settings.Queue);
                    (options.UserName, options.Password) = (RabbitBroker.User, RabbitBroker.Password);
                }
            );
        using var host = builder.Build();
        await host.StartAsync();
        await said.WriteLineAsync(Ready);
        await said.FlushAsync();
        await told.ReadLineAsync();
        await host.StopAsync();
    }

    private sealed class SilentChannel : IAnswerChannel
    {
        public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) => default;

        public ValueTask AskAsync(
            Issue issue,
            IReadOnlyList<Question> questions,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => default;
    }
}
