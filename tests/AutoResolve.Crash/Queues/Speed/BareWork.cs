using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>What a bare consumer does with a message before it acknowledges it.</summary>
internal abstract class BareWork
{
    /// <summary>What it does, as the subject of a sentence.</summary>
    public abstract string Name { get; }

    /// <summary>The columns of its table.</summary>
    public abstract string Columns { get; }

    /// <param name="source">The database.</param>
    /// <param name="told">Where it tells what became of the message.</param>
    /// <param name="table">Its table, and the queue.</param>
    /// <param name="delivery">The message.</param>
    public abstract Task DoAsync(NpgsqlDataSource source, IChannel told, string table, BasicDeliverEventArgs delivery);

    protected static async Task ExecuteAsync(NpgsqlDataSource source, string sql, string id, byte[] content)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = content });
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Writes a row, in a transaction of its own.</summary>
internal sealed class RowWork : BareWork
{
    public override string Name => "bare consumer, a row for each message";

    public override string Columns => "id text PRIMARY KEY, body bytea NOT NULL";

    public override Task DoAsync(NpgsqlDataSource source, IChannel told, string table, BasicDeliverEventArgs delivery) =>
        ExecuteAsync(source, $"INSERT INTO \"{table}\" VALUES ($1, $2)", delivery.BasicProperties.MessageId!, delivery.Body.ToArray());
}

/// <summary>Writes what it is about to do, then what came of it, and tells that with the broker's confirmation: the least that whoever
/// does nothing twice has to do, without deciding, looking up or keeping anything else.</summary>
internal sealed class IntentWork : BareWork
{
    public override string Name => "bare consumer, an intent, an outcome and a message for each message";

    public override string Columns => "id text PRIMARY KEY, body bytea NOT NULL, outcome bytea";

    public override async Task DoAsync(NpgsqlDataSource source, IChannel told, string table, BasicDeliverEventArgs delivery)
    {
        var (id, body) = (delivery.BasicProperties.MessageId!, delivery.Body.ToArray());
        await ExecuteAsync(source, $"INSERT INTO \"{table}\" VALUES ($1, $2)", id, body);
        await ExecuteAsync(source, $"UPDATE \"{table}\" SET outcome = $2 WHERE id = $1", id, body);
        var properties = new BasicProperties { DeliveryMode = DeliveryModes.Persistent, MessageId = id };
        await told.BasicPublishAsync(BareConsumer.Told(table), "done", mandatory: false, properties, body);
    }
}
