using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>A message as it came from a queue.</summary>
internal sealed record Arrival(ReadOnlyMemory<byte> Body, IReadOnlyBasicProperties Properties, bool IsRedelivered);
