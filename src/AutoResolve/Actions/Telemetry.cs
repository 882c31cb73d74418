using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AutoResolve.Actions;

/// <summary>Traces and figures, best effort and without personal data: issues are named by nothing, rules by their ids.</summary>
internal static class Telemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "AutoResolve";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>(
        "autoresolve.decisions",
        "{turn}",
        "Turns that were decided, by outcome and reason."
    );
    private static readonly Counter<long> RuleMatches = Meter.CreateCounter<long>(
        "autoresolve.rule_matches",
        "{turn}",
        "Turns that a rule decided, by rule."
    );
    private static readonly Counter<long> ActionResults = Meter.CreateCounter<long>(
        "autoresolve.action_results",
        "{action}",
        "Actions, by handler and what became of them."
    );
    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "autoresolve.case_events",
        "{event}",
        "What happened to cases outside of automation, by kind."
    );
    private static readonly Counter<long> TakenOver = Meter.CreateCounter<long>(
        "autoresolve.cases_taken_over",
        "{case}",
        "Cases whose host was gone, or had let their lease lapse, and that this host has taken up."
    );
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>(
        "autoresolve.dropped",
        "{delivery}",
        "Deliveries that were escalated without a record."
    );
    private static readonly UpDownCounter<long> Deliveries = Meter.CreateUpDownCounter<long>(
        "autoresolve.delivery.waiting",
        "{delivery}",
        "Deliveries that wait for a place."
    );
    private static readonly UpDownCounter<long> Waiting = Meter.CreateUpDownCounter<long>(
        "autoresolve.action.waiting",
        "{action}",
        "Actions that wait for their turn, by handler."
    );
    private static readonly Histogram<double> ProcessDuration = Seconds(
        "autoresolve.process.duration",
        "From delivery to disposition, by outcome, or by status where there is none."
    );
    private static readonly Histogram<double> ActionDuration = Seconds(
        "autoresolve.action.duration",
        "All attempts at an action, verification included, by handler and what became of it."
    );
    private static readonly Histogram<double> WaitDuration = Seconds(
        "autoresolve.action.wait.duration",
        "How long actions waited for their turn, whether it came or not, by handler."
    );
    private static readonly Histogram<double> FactDuration = Seconds(
        "autoresolve.fact.duration",
        "How long facts took to be looked up, by fact."
    );
    private static readonly Histogram<double> JournalLag = Seconds(
        "autoresolve.journal.lag",
        "How long a write to a case took to become durable."
    );

    public static Activity? StartProcess() => Activities.StartActivity("autoresolve.process");

    public static Activity? StartAction(ActionRun run, ActionReport report) =>
        Activities
            .StartActivity("autoresolve.action")
            ?.SetTag("autoresolve.rule", run.Resolution.Rule?.Id)
            .SetTag("autoresolve.handler", report.Handler);

    public static void Decided(Resolution resolution)
    {
        Decisions.Add(
            1,
            new KeyValuePair<string, object?>("outcome", resolution.Outcome.ToString()),
            new KeyValuePair<string, object?>("reason", resolution.Reason.ToString())
        );
        if (resolution.Rule is { } rule)
            RuleMatches.Add(1, new KeyValuePair<string, object?>("rule", rule.Id));
    }

    public static void Happened(CaseEventKind kind) => Events.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public static void ActionEnded(ActionReport report)
    {
        var handler = new KeyValuePair<string, object?>("handler", report.Handler);
        var fate = new KeyValuePair<string, object?>("result", report.State.ToString());
        ActionResults.Add(1, handler, fate);
        ActionDuration.Record(report.Elapsed.TotalSeconds, handler, fate);
        if (report.State is not ActionState.Succeeded)
            Activity.Current?.SetStatus(ActivityStatusCode.Error, report.State.ToString());
    }

    /// <summary>Counts a delivery as waiting until what is returned is disposed of.</summary>
    public static IDisposable Waits() => new Wait();

    public static void WaitBegan(string handler) => Waiting.Add(1, new KeyValuePair<string, object?>("handler", handler));

    public static void WaitEnded(string handler) => Waiting.Add(-1, new KeyValuePair<string, object?>("handler", handler));

    public static void Waited(string handler, TimeSpan elapsed) =>
        WaitDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("handler", handler));

    public static void FactLookedUp(string fact, TimeSpan elapsed) =>
        FactDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("fact", fact));

    public static void Journaled(TimeSpan elapsed) => JournalLag.Record(elapsed.TotalSeconds);

    public static void TookOver() => TakenOver.Add(1);

    public static void NotJournaled() => Dropped.Add(1);

    public static void Processed(Disposition disposition, TimeSpan elapsed)
    {
        Activity.Current?.SetTag("autoresolve.outcome", Label(disposition)).SetTag("autoresolve.rule", disposition.Resolution.Rule?.Id);
        ProcessDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", Label(disposition)));
    }

    // From what a disk takes at best to what may be waited for at most, where the buckets that a collector has of its own begin at 5 s.
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
                    0.0005,
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
                    120,
                    300,
                ],
            }
        );

    private static string Label(Disposition disposition) => disposition.Outcome?.ToString() ?? disposition.Status.ToString();

    private sealed class Wait : IDisposable
    {
        public Wait() => Deliveries.Add(1);

        public void Dispose() => Deliveries.Add(-1);
    }
}
