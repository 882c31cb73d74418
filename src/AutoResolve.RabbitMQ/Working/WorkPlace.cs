using AutoResolve.RabbitMQ.Connecting;
using Microsoft.Extensions.Logging;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>What each session works with.</summary>
internal sealed record WorkPlace(
    RabbitMqOptions Options,
    RabbitMqWorkerOptions Worker,
    QueueNames Names,
    MessageHandler Messages,
    DeadLetterHandler DeadLetters,
    Waiting Unconfirmed,
    TimeProvider TimeProvider,
    ILogger Logger
);
