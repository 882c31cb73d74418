using AutoResolve.Intake.Messages;
using AutoResolve.RabbitMQ.Connecting;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>A message as it came from a queue.</summary>
internal sealed record Arrival(ReadOnlyMemory<byte> Body, IReadOnlyBasicProperties Properties, bool IsRedelivered)
{
    private const int MaxName = 100;

    /// <summary>What it is called in a log: its id, on one line.</summary>
    public string Name => SafeText.Start(Properties.MessageId ?? "a message without an id", MaxName);

    /// <summary>Whether it was handed out before, and whoever had it ended with it.</summary>
    public bool HasEndedSomebody => IsRedelivered && MessageHeaders.DeliveriesOf(Properties) > 0;

    /// <summary>The message, in binary mode where it has the attributes of an event beside its body.</summary>
    /// <exception cref="BadMessageException">It is none.</exception>
    public CaseMessage Read() =>
        MessageHeaders.AttributesOf(Properties) is { } attributes ? CaseMessage.Read(attributes, Body) : CaseMessage.Read(Body);
}
