using System.Globalization;

namespace AutoResolve.RabbitMQ.Connecting;

/// <summary>What queues and exchanges are called.</summary>
internal sealed class QueueNames(string queue)
{
    /// <summary>What is to be done.</summary>
    public string Work => queue;

    /// <summary>What a person is to get.</summary>
    public string Dead => $"{queue}.dead";

    /// <summary>What a person has got, as it came.</summary>
    public string Parked => $"{queue}.parked";

    /// <summary>Through which the broker itself sends to <see cref="Dead"/> and back to <see cref="Work"/>, by the name of the
    /// queue.</summary>
    public string Exchange => $"{queue}.internal";

    /// <summary>What became of messages, for whoever binds a queue to it.</summary>
    public string Dispositions => $"{queue}.dispositions";

    /// <summary>Where a message waits before it comes back.</summary>
    public string Retry(TimeSpan delay) => string.Create(CultureInfo.InvariantCulture, $"{queue}.retry.{(long)delay.TotalMilliseconds}ms");
}
