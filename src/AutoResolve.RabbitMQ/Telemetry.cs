using System.Diagnostics;
using System.Diagnostics.Metrics;
using AutoResolve.Intake.Messages;

namespace AutoResolve.RabbitMQ;

/// <summary>Traces and figures of workers and publishers, best effort and without personal data.</summary>
internal static class Telemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "AutoResolve.RabbitMQ";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Handled = Meter.CreateCounter<long>(
        "autoresolve.worker.messages",
        "{message}",
        "Messages that a worker has done with, by what became of them."
    );
    private static readonly Counter<long> Redelivered = Meter.CreateCounter<long>(
        "autoresolve.worker.redelivered",
        "{message}",
        "Messages that the broker had handed out before."
    );
    private static readonly Counter<long> DeadLettered = Meter.CreateCounter<long>(
        "autoresolve.worker.dead_lettered",
        "{message}",
        "Messages that go to a person, by why."
    );
    private static readonly UpDownCounter<long> InFlight = Meter.CreateUpDownCounter<long>(
        "autoresolve.worker.in_flight",
        "{message}",
        "Messages that are worked on."
    );
    private static readonly UpDownCounter<long> Held = Meter.CreateUpDownCounter<long>(
        "autoresolve.worker.held",
        "{message}",
        "Messages that are held since the journal cannot be used."
    );
    private static readonly UpDownCounter<long> Unconfirmed = Meter.CreateUpDownCounter<long>(
        "autoresolve.worker.unconfirmed",
        "{message}",
        "Messages that are done and wait, since the broker does not confirm what becomes of them."
    );
    private static readonly Histogram<double> Lag = Seconds(
        "autoresolve.worker.lag",
        "From sending a message to taking it up, further tries not counted."
    );
    private static readonly Histogram<double> Duration = Seconds(
        "autoresolve.worker.duration",
        "From taking a message up to settling it with the broker, by what became of it."
    );

    /// <summary>The work on a message, as part of the trace in which it was sent.</summary>
    public static Activity? Follow(CaseMessage message) =>
        ActivityContext.TryParse(message.TraceParent, message.TraceState, isRemote: true, out var parent)
            ? Activities.StartActivity("autoresolve.receive", ActivityKind.Consumer, parent)
            : Activities.StartActivity("autoresolve.receive", ActivityKind.Consumer);

    public static Activity? Publish() => Activities.StartActivity("autoresolve.publish", ActivityKind.Producer);

    public static void TookUp(bool isRedelivered)
    {
        InFlight.Add(1);
        if (isRedelivered)
            Redelivered.Add(1);
    }

    public static void Waited(TimeSpan time) => Lag.Record(Math.Max(0, time.TotalSeconds));

    public static void Settled(string fate, TimeSpan elapsed)
    {
        InFlight.Add(-1);
        var tag = new KeyValuePair<string, object?>("fate", fate);
        Handled.Add(1, tag);
        Duration.Record(elapsed.TotalSeconds, tag);
    }

    public static void Died(string reason) => DeadLettered.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public static void Holds(int by) => Held.Add(by);

    public static void Untold(int by) => Unconfirmed.Add(by);

    private static Histogram<double> Seconds(string name, string description) =>
        Meter.CreateHistogram(
            name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [
                    0.001,
                    0.0025,
                    0.005,
                    0.01,
                    0.025,
                    0.05,
                    0.1,
                    0.25,
                    0.5,
                    1,
                    2.5,
                    5,
                    10,
                    30,
                    60,
                    300,
                    900,
                    3600,
                ],
            }
        );
}
