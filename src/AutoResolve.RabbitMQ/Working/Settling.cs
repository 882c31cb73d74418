using System.Globalization;
using AutoResolve.Intake.Messages;
using AutoResolve.RabbitMQ.Connecting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>Sends what becomes of a message where it belongs, and waits until the broker has it; only then the message may be
/// acknowledged.</summary>
/// <param name="sending">By which it is sent.</param>
/// <param name="names">What queues are called.</param>
/// <param name="options">Where the broker is.</param>
/// <param name="worker">How the worker is set.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class Settling(
    SendingConnection sending,
    QueueNames names,
    RabbitMqOptions options,
    RabbitMqWorkerOptions worker,
    TimeProvider timeProvider
)
{
    // They say to whom else a message goes, who may have sent it, and until when it counts.
    private static readonly string[] NotKept = ["CC", "BCC", "x-delivery-count"];

    /// <exception cref="PublishException">The broker did not take it.</exception>
    /// <exception cref="RabbitMqException">The broker is away, refuses it, or does not confirm it; then it may have it.</exception>
    public Task SendAsync(Arrival arrival, Fate fate) =>
        fate switch
        {
            Fate.Done done => TellAsync(
                DispositionMessage.IdOf(done.Message),
                done.Message.Case,
                done.Message,
                done.Disposition,
                problem: null
            ),
            Fate.Again => AgainAsync(arrival),
            Fate.Dead dead => CopyAsync(
                arrival,
                names.Dead,
                (MessageHeaders.Tries, Tries(MessageHeaders.TriesOf(arrival.Properties))),
                (MessageHeaders.Reason, dead.Reason),
                (MessageHeaders.Because, dead.Because)
            ),
            Fate.Parked parked => ParkAsync(arrival, parked),
            _ => Task.CompletedTask,
        };

    /// <summary>Where it goes, as messages for operators say it.</summary>
    public string PlaceOf(Arrival arrival, Fate fate) =>
        fate switch
        {
            Fate.Again => $"the queue '{RetryOf(arrival)}'",
            Fate.Dead => $"the queue '{names.Dead}'",
            Fate.Parked => $"the queue '{names.Parked}'",
            _ => $"the exchange '{names.Dispositions}'",
        };

    // Told first: what is parked is what a person has got and others know of.
    private async Task ParkAsync(Arrival arrival, Fate.Parked parked)
    {
        await TellAsync(DispositionMessage.IdOf(parked), parked.Case, parked.Message, parked.Disposition, parked.Reason)
            .ConfigureAwait(false);
        await CopyAsync(
                arrival,
                names.Parked,
                (MessageHeaders.Tries, MessageHeaders.Text(arrival.Properties, MessageHeaders.Tries) ?? Tries(0)),
                (MessageHeaders.Case, parked.Case.ToString()),
                (MessageHeaders.Reason, parked.Reason),
                (MessageHeaders.Because, parked.Because)
            )
            .ConfigureAwait(false);
    }

    private async Task TellAsync(string id, CaseReference reference, CaseMessage? cause, Disposition disposition, string? problem)
    {
        if (!worker.PublishesDispositions)
            return;
        var properties = new BasicProperties
        {
            ContentType = "application/cloudevents+json",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = id,
            Type = "autoresolve.disposition.v1",
        };
        await sending
            .SendAsync(
                names.Dispositions,
                DispositionMessage.KeyOf(disposition),
                isMandatory: false,
                properties,
                DispositionMessage.Write(id, reference, cause, disposition, problem, options.Source, timeProvider.GetUtcNow())
            )
            .ConfigureAwait(false);
    }

    private Task AgainAsync(Arrival arrival)
    {
        var tries = MessageHeaders.TriesOf(arrival.Properties);
        return CopyAsync(arrival, RetryOf(arrival), (MessageHeaders.Tries, Tries(tries + 1)));
    }

    private string RetryOf(Arrival arrival) => names.Retry(worker.Delays[MessageHeaders.TriesOf(arrival.Properties)]);

    private static string Tries(int count) => count.ToString(CultureInfo.InvariantCulture);

    private async Task CopyAsync(Arrival arrival, string queue, params (string Name, string Value)[] headers)
    {
        var properties = new BasicProperties(arrival.Properties)
        {
            DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?>(
                arrival.Properties.Headers ?? new Dictionary<string, object?>(),
                StringComparer.Ordinal
            ),
        };
        MessageHeaders.BeginAnew(properties.Headers);
        properties.ClearUserId();
        properties.ClearExpiration();
        foreach (var name in NotKept)
            properties.Headers.Remove(name);
        foreach (var (name, value) in headers)
            properties.Headers[name] = value;
        await sending.SendAsync("", queue, isMandatory: true, properties, arrival.Body).ConfigureAwait(false);
    }
}
