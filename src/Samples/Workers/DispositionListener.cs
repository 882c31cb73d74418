using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Workers;

/// <summary>Hears what becomes of issues, from the exchange of dispositions, on a queue that ends with it.</summary>
internal sealed class DispositionListener : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _byIssue = new();
    private readonly SemaphoreSlim _heard = new(0);
    private readonly string _prefix;
    private IConnection? _connection;

    private DispositionListener(string prefix) => _prefix = prefix;

    /// <param name="broker">The broker.</param>
    /// <param name="queue">The queue of work.</param>
    /// <param name="prefix">How the ids of the issues begin.</param>
    public static async Task<DispositionListener> StartAsync(Uri broker, string queue, string prefix)
    {
        var listener = new DispositionListener(prefix);
        listener._connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        var channel = await listener._connection.CreateChannelAsync();
        var own = await channel.QueueDeclareAsync();
        await channel.QueueBindAsync(own.QueueName, $"{queue}.dispositions", "#");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            listener.Hear(delivery.Body);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(own.QueueName, autoAck: true, consumer);
        return listener;
    }

    /// <summary>Waits until so many issues have ended.</summary>
    /// <returns>How many ended how.</returns>
    public async Task<Dictionary<string, int>> WaitForAsync(int issues)
    {
        while (_byIssue.Count < issues)
            await _heard.WaitAsync();
        return _byIssue.Values.GroupBy(outcome => outcome).ToDictionary(same => same.Key, same => same.Count());
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    // The same may be told more than once.
    private void Hear(ReadOnlyMemory<byte> body)
    {
        using var told = JsonDocument.Parse(body);
        var data = told.RootElement.GetProperty("data");
        var issue = data.GetProperty("case").GetProperty("issue").GetString()!;
        if (!issue.StartsWith(_prefix, StringComparison.Ordinal) || !data.TryGetProperty("outcome", out var outcome))
            return;
        _byIssue[issue] = outcome.GetString()!;
        _heard.Release();
    }
}
