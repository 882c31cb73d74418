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
    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>("autoresolve.decisions", "{issue}", "Issues decided, by outcome.");
    private static readonly Counter<long> RuleMatches = Meter.CreateCounter<long>("autoresolve.rule_matches", "{issue}", "Issues that a rule decided.");
    private static readonly Counter<long> ActionResults = Meter.CreateCounter<long>("autoresolve.action_results", "{action}", "Actions, by handler and what became of them.");
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>("autoresolve.dropped", "{issue}", "Issues escalated because the journal could not be written.");
    private static readonly Histogram<double> ProcessDuration = Meter.CreateHistogram<double>("autoresolve.process.duration", "s", "From delivery to disposition.");
    private static readonly Histogram<double> ActionDuration = Meter.CreateHistogram<double>("autoresolve.action.duration", "s", "All attempts at an action, verification included.");
    private static readonly Histogram<double> JournalLag = Meter.CreateHistogram<double>("autoresolve.journal.lag", "s", "How long a decision took to become durable.");

    public static Activity? StartProcess() => Activities.StartActivity("autoresolve.process");

    public static Activity? StartAction(ActionRun run, ActionReport report) =>
        Activities.StartActivity("autoresolve.action")?.SetTag("autoresolve.rule", run.Rule.Id).SetTag("autoresolve.handler", report.Handler);

    public static void Decided(Resolution resolution)
    {
        Decisions.Add(1, new KeyValuePair<string, object?>("outcome", resolution.Outcome.ToString()), new KeyValuePair<string, object?>("reason", resolution.Reason.ToString()));
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

    public static void Journaled(TimeSpan elapsed) => JournalLag.Record(elapsed.TotalSeconds);

    public static void NotJournaled() => Dropped.Add(1);

    public static void Processed(Disposition disposition, TimeSpan elapsed)
    {
        Activity.Current?.SetTag("autoresolve.outcome", disposition.Outcome.ToString()).SetTag("autoresolve.rule", disposition.Resolution.Rule?.Id);
        ProcessDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", disposition.Outcome.ToString()));
    }
}
