using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>Hears of issues as they end.</summary>
internal sealed class Heard : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly ConcurrentDictionary<string, long> _sent = new();
    private readonly ConcurrentQueue<TimeSpan> _took = [];
    private TaskCompletionSource _all = new();
    private bool _isTimed;
    private int _left;

    private Heard(IConnection connection) => _connection = connection;

    /// <summary>How long issues took, the shortest first.</summary>
    public IReadOnlyList<TimeSpan> Took => [.. _took.Order()];

    public static async Task<Heard> StartAsync(int port, string queue)
    {
        var heard = new Heard(await BrokerClient.ConnectAsync(port));
        var channel = await heard._connection.CreateChannelAsync();
        var own = await channel.QueueDeclareAsync();
        await channel.QueueBindAsync(own.QueueName, $"{queue}.dispositions", "#");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            heard.Hear(delivery.Body);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(own.QueueName, autoAck: true, consumer);
        return heard;
    }

    /// <summary>Begins to wait for so many, all of which are yet to be sent or worked on.</summary>
    /// <param name="issues">How many.</param>
    /// <param name="isTimed">Whether it is told of each when it was sent.</param>
    /// <returns>Ends when all have ended.</returns>
    public Task Await(int issues, bool isTimed)
    {
        _took.Clear();
        _sent.Clear();
        (_left, _isTimed, _all) = (issues, isTimed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return _all.Task;
    }

    public void Sent(string id) => _sent[id] = Stopwatch.GetTimestamp();

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private void Hear(ReadOnlyMemory<byte> body)
    {
        var now = Stopwatch.GetTimestamp();
        if (_isTimed)
        {
            using var told = JsonDocument.Parse(body);
            var id = told.RootElement.GetProperty("data").GetProperty("cause").GetProperty("id").GetString()!;
            if (_sent.TryGetValue(id, out var sent))
                _took.Enqueue(Stopwatch.GetElapsedTime(sent, now));
        }

        if (Interlocked.Decrement(ref _left) == 0)
            _all.TrySetResult();
    }
}
