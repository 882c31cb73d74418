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
        "autoresolve.decisions", "{issue}", "Issues decided, by outcome.");
    private static readonly Counter<long> RuleMatches = Meter.CreateCounter<long>(
        "autoresolve.rule_matches", "{issue}", "Issues that a rule decided.");
    private static readonly Counter<long> ActionResults = Meter.CreateCounter<long>(
        "autoresolve.action_results", "{action}", "Actions, by handler and what became of them.");
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>(
        "autoresolve.dropped", "{issue}", "Issues escalated because the journal could not be written.");
    private static readonly UpDownCounter<long> Deliveries =
        Meter.CreateUpDownCounter<long>("autoresolve.delivery.waiting", "{delivery}", "Deliveries that wait for their turn.");
    private static readonly Histogram<double> ProcessDuration = Meter.CreateHistogram<double>(
        "autoresolve.process.duration", "s", "From delivery to disposition.");
    private static readonly Histogram<double> ActionDuration = Meter.CreateHistogram<double>(
        "autoresolve.action.duration", "s", "All attempts at an action, verification included.");
    private static readonly Histogram<double> JournalLag = Meter.CreateHistogram<double>(
        "autoresolve.journal.lag", "s", "How long a decision took to become durable.");

    private static readonly UpDownCounter<long> Waiting =
        Meter.CreateUpDownCounter<long>("autoresolve.action.waiting", "{action}", "Actions that wait for their turn, by handler.");

    private static readonly Histogram<double> WaitDuration = Meter.CreateHistogram(
        "autoresolve.action.wait.duration",
        "s",
        "How long actions waited for their turn, whether it came or not, by handler.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300],
        });

    public static Activity? StartProcess() => Activities.StartActivity("autoresolve.process");

    public static Activity? StartAction(ActionRun run, ActionReport report) =>
        Activities.StartActivity("autoresolve.action")?.SetTag(
            "autoresolve.rule", run.Resolution.Rule?.Id).SetTag("autoresolve.handler", report.Handler);

    public static void Decided(Resolution resolution)
    {
        Decisions.Add(
            1,
            new KeyValuePair<string,
            object?>("outcome", resolution.Outcome.ToString()),
            new KeyValuePair<string,
            object?>("reason", resolution.Reason.ToString()));
        if (resolution.Rule is { } rule)
            RuleMatches.Add(1, new KeyValuePair<string, object?>("rule", rule.Id));
    }

    public static void ActionEnded(ActionReport report)
    {
        var handler = new KeyValuePair<string, object?>("handler", report.Handler);
        var fate = new KeyValuePair<string, object?>("result", report.Fate.ToString());
        ActionResults.Add(1, handler, fate);
        ActionDuration.Record(report.Elapsed.TotalSeconds, handler, fate);
        if (report.Fate is not ActionFate.Succeeded)
            Activity.Current?.SetStatus(ActivityStatusCode.Error, report.Fate.ToString());
    }

    /// <summary>Counts a delivery as waiting until what is returned is disposed of.</summary>
    public static IDisposable Waits() => new Wait();

    public static void WaitBegan(string handler) => Waiting.Add(1, new KeyValuePair<string, object?>("handler", handler));

    public static void WaitEnded(string handler) => Waiting.Add(-1, new KeyValuePair<string, object?>("handler", handler));

    public static void Waited(string handler, TimeSpan elapsed) =>
        WaitDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("handler", handler));

    public static void Journaled(TimeSpan elapsed) => JournalLag.Record(elapsed.TotalSeconds);

    public static void NotJournaled() => Dropped.Add(1);

    public static void Processed(Disposition disposition, TimeSpan elapsed)
    {
        Activity.Current?.SetTag("autoresolve.outcome", Label(disposition)).SetTag("autoresolve.rule", disposition.Resolution.Rule?.Id);
        ProcessDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", Label(disposition)));
    }

    private static string Label(Disposition disposition) => disposition.Outcome?.ToString() ?? disposition.Status.ToString();

    private sealed class Wait : IDisposable
    {
        public Wait() => Deliveries.Add(1);

        public void Dispose() => Deliveries.Add(-1);
    }
}
