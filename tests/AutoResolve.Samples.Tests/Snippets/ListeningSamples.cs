using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Snippets;

/// <summary>How the guide to workers listens to what became of messages, compiled.</summary>
internal static class ListeningSamples
{
    public static async Task Listen(Uri broker, Func<string, string, Task> tellOnce, CancellationToken stopping)
    {
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync(stopping);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stopping);
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        await channel.QueueDeclareAsync("desk", durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: stopping);
        await channel.QueueBindAsync("desk", "autoresolve.dispositions", "*.escalated", cancellationToken: stopping);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            using var told = JsonDocument.Parse(delivery.Body);
            var id = told.RootElement.GetProperty("id").GetString()!;
            var issue = told.RootElement.GetProperty("data").GetProperty("case").GetProperty("issue").GetString()!;
            await tellOnce(id, issue);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, stopping);
        };
        await channel.BasicConsumeAsync("desk", autoAck: false, consumer, stopping);
        await Task.Delay(Timeout.Infinite, stopping);
    }
}
