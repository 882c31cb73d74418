using System.Diagnostics;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>What workers are compared with: takes as many messages at once, writes a row for each in a transaction of its own, and
/// acknowledges it.</summary>
internal static class BareConsumer
{
    /// <returns>Messages a second, the first half not counted.</returns>
    public static async Task<double> RunAsync(int port, string queue, string connectionString, int messages, int concurrency)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = concurrency, MaxAutoPrepare = 4 }
        );
        await using (var create = source.CreateCommand($"CREATE TABLE \"{queue}\" (id text PRIMARY KEY, body bytea NOT NULL)"))
            await create.ExecuteNonQueryAsync();
        await using var connection = await BrokerClient.ConnectAsync(port);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(false, false, null, (ushort)concurrency));
        await channel.BasicQosAsync(0, (ushort)(2 * concurrency), global: false);
        var done = new TaskCompletionSource();
        var left = messages;
        var half = 0L;
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await using var insert = source.CreateCommand($"INSERT INTO \"{queue}\" VALUES ($1, $2)");
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = delivery.BasicProperties.MessageId! });
            insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = delivery.Body.ToArray() });
            await insert.ExecuteNonQueryAsync();
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
            var now = Interlocked.Decrement(ref left);
            if (now == messages / 2)
                half = Stopwatch.GetTimestamp();
            if (now == 0)
                done.TrySetResult();
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
        await done.Task;
        return messages / 2 / Stopwatch.GetElapsedTime(half).TotalSeconds;
    }
}
