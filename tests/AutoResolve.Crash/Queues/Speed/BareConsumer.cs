using System.Diagnostics;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>What workers are compared with: takes as many messages at once, does its work on each, and acknowledges it.</summary>
internal sealed class BareConsumer : IAsyncDisposable
{
    private readonly BareWork _work;
    private readonly NpgsqlDataSource _source;
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly IChannel _told;
    private readonly string _queue;
    private TaskCompletionSource _done = new();
    private int _left;

    private BareConsumer(BareWork work, NpgsqlDataSource source, IConnection connection, IChannel channel, IChannel told, string queue) =>
        (_work, _source, _connection, _channel, _told, _queue) = (work, source, connection, channel, told, queue);

    /// <summary>The exchange by which is told what became of messages.</summary>
    public static string Told(string queue) => $"{queue}.dispositions";

    public static async Task<BareConsumer> StartAsync(BareWork work, int port, string queue, string connectionString, int concurrency)
    {
        var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = concurrency, MaxAutoPrepare = 4 }
        );
        await using (var create = source.CreateCommand($"CREATE TABLE \"{queue}\" ({work.Columns})"))
            await create.ExecuteNonQueryAsync();
        var connection = await BrokerClient.ConnectAsync(port);
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(false, false, null, (ushort)concurrency));
        await channel.BasicQosAsync(0, (ushort)(2 * concurrency), global: false);
        var told = await connection.CreateChannelAsync(
            new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null)
        );
        await told.ExchangeDeclareAsync(Told(queue), ExchangeType.Topic, durable: true);
        return new BareConsumer(work, source, connection, channel, told, queue);
    }

    /// <summary>Takes what waits.</summary>
    /// <param name="messages">How many messages wait.</param>
    /// <returns>Messages a second.</returns>
    public async Task<double> TakeAsync(int messages)
    {
        (_left, _done) = (messages, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += (_, delivery) => WorkAsync(delivery);
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

    private async Task WorkAsync(BasicDeliverEventArgs delivery)
    {
        await _work.DoAsync(_source, _told, _queue, delivery);
        await _channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        if (Interlocked.Decrement(ref _left) == 0)
            _done.TrySetResult();
    }
}
