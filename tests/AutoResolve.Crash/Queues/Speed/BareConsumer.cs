using System.Diagnostics;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>What workers are compared with: takes as many messages at once, writes a row for each in a transaction of its own, and
/// acknowledges it.</summary>
internal sealed class BareConsumer : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _queue;
    private TaskCompletionSource _done = new();
    private int _left;

    private BareConsumer(NpgsqlDataSource source, IConnection connection, IChannel channel, string queue) =>
        (_source, _connection, _channel, _queue) = (source, connection, channel, queue);

    public static async Task<BareConsumer> StartAsync(int port, string queue, string connectionString, int concurrency)
    {
        var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = concurrency, MaxAutoPrepare = 4 }
        );
        await using (var create = source.CreateCommand($"CREATE TABLE \"{queue}\" (id text PRIMARY KEY, body bytea NOT NULL)"))
            await create.ExecuteNonQueryAsync();
        var connection = await BrokerClient.ConnectAsync(port);
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(false, false, null, (ushort)concurrency));
        await channel.BasicQosAsync(0, (ushort)(2 * concurrency), global: false);
        return new BareConsumer(source, connection, channel, queue);
    }

    /// <summary>Takes what waits.</summary>
    /// <param name="messages">How many messages wait.</param>
    /// <returns>Messages a second.</returns>
    public async Task<double> TakeAsync(int messages)
    {
        (_left, _done) = (messages, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += (_, delivery) => WriteAsync(delivery);
        var started = Stopwatch.GetTimestamp();
        var tag = await _channel.BasicConsumeAsync(_queue, autoAck: false, consumer);
        await _done.Task;
        var took = Stopwatch.GetElapsedTime(started);
        await _channel.BasicCancelAsync(tag);
        return messages / took.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _source.DisposeAsync();
    }

    private async Task WriteAsync(BasicDeliverEventArgs delivery)
    {
        await using var insert = _source.CreateCommand($"INSERT INTO \"{_queue}\" VALUES ($1, $2)");
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = delivery.BasicProperties.MessageId! });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = delivery.Body.ToArray() });
        await insert.ExecuteNonQueryAsync();
        await _channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        if (Interlocked.Decrement(ref _left) == 0)
            _done.TrySetResult();
    }
}
