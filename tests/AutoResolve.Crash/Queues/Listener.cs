using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using RabbitMQ.Client;

namespace AutoResolve.Crash.Queues;

/// <summary>Hears what became of messages: from the queue of dispositions, and from what was parked.</summary>
internal sealed class Listener(int port, string queue, Progress progress)
{
    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Reply> _told = new();
    private readonly ConcurrentDictionary<string, string> _parked = new();

    /// <summary>What became of messages, by their id; of one that was told of more than once the first.</summary>
    public IReadOnlyDictionary<string, Reply> Told => _told;

    /// <summary>The cases that persons got of messages, by the id of the message.</summary>
    public IReadOnlyDictionary<string, string> Parked => _parked;

    /// <summary>When something was last heard of for the first time.</summary>
    public ConcurrentQueue<long> Heard { get; } = [];

    private string Own => $"{queue}.heard";

    /// <summary>Makes the queue that keeps what is told while nobody listens: a classic one, since a broker of one node that was killed may
    /// leave a quorum queue without leader, for which all workers would wait.</summary>
    public async Task PrepareAsync()
    {
        await using var connection = await BrokerClient.ConnectAsync(port);
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Own, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Own, $"{queue}.dispositions", "#");
    }

    /// <summary>Listens until it is told to end, whatever becomes of the broker.</summary>
    public async Task RunAsync(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await using var connection = await BrokerClient.ConnectAsync(port);
                await using var channel = await connection.CreateChannelAsync(cancellationToken: ending);
                while (!ending.IsCancellationRequested)
                {
                    if (!await TakeAsync(channel, Own, Tell) & !await TakeAsync(channel, $"{queue}.parked", Park))
                        await Task.Delay(Later, ending);
                }
            }
            catch (Exception) when (!ending.IsCancellationRequested)
            {
                await Task.Delay(Later, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>How many messages are in the queues that workers empty.</summary>
    public async Task<long> LeftAsync(IEnumerable<string> queues)
    {
        await using var connection = await BrokerClient.ConnectAsync(port);
        await using var channel = await connection.CreateChannelAsync();
        var left = 0L;
        foreach (var name in queues)
            left += (await channel.QueueDeclarePassiveAsync(name)).MessageCount;
        return left;
    }

    private static async Task<bool> TakeAsync(IChannel channel, string from, Action<BasicGetResult> take)
    {
        var any = false;
        while (await channel.BasicGetAsync(from, autoAck: false) is { } message)
        {
            take(message);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
            any = true;
        }

        return any;
    }

    private void Tell(BasicGetResult message)
    {
        using var told = JsonDocument.Parse(message.Body);
        var data = told.RootElement.GetProperty("data");

        // What a person has got is heard of where it is parked.
        if (data.TryGetProperty("problem", out _))
            return;
        var reply = new Reply { Status = Enum.Parse<DispositionStatus>(data.GetProperty("status").GetString()!, ignoreCase: true) };
        if (_told.TryAdd(data.GetProperty("cause").GetProperty("id").GetString()!, reply))
            Hear();
    }

    private void Park(BasicGetResult message)
    {
        var reference = System.Text.Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers!["autoresolve-case"]!);
        if (_parked.TryAdd(message.BasicProperties.MessageId!, reference))
            Hear();
    }

    private void Hear()
    {
        Heard.Enqueue(Stopwatch.GetTimestamp());
        progress.Answered();
    }
}
