using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Actions;

[Collection(Tracing.Name)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Process_OfAnIssue_CountsAndTracesWithoutWhatTheCustomerWrote()
    {
        // Other tests run beside this one; its rule has a name that theirs have not.
        ConcurrentQueue<string> told = [];
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Enable(instrument, listener) };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => told.Enqueue($"{instrument.Name} {Text(tags)}"));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => told.Enqueue($"{instrument.Name} {Text(tags)}"));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "AutoResolve",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                told.Enqueue($"{activity.OperationName} {string.Join(" ", activity.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(activities);
        await using var host = ActingHost.With(
            SomeRules.Rule(
                "telemetry-rule",
                """{ "outcome": "fix", "actions": [ { "do": "notify", "with": { "account": "{{ issue.fields.mail }}" } } ] }"""
            )
        );

        await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "secret-id-77",
                Text = "alpha 555-0100-22 someone@example.org",
                Fields = new Dictionary<string, string> { ["mail"] = "someone@example.org" },
            }
        );

        Assert.Contains("autoresolve.decisions outcome=Fixed reason=RuleMatched", told);
        Assert.Contains("autoresolve.rule_matches rule=telemetry-rule", told);
        Assert.Contains("autoresolve.action_results handler=notify result=Succeeded", told);
        Assert.Contains("autoresolve.process.duration outcome=Fixed", told);
        Assert.Contains("autoresolve.journal.lag ", told);
        Assert.Contains("autoresolve.action autoresolve.rule=telemetry-rule autoresolve.handler=notify", told);
        Assert.Contains("autoresolve.process autoresolve.outcome=Fixed autoresolve.rule=telemetry-rule", told);
        Assert.DoesNotContain(told, line =>
            line.Contains("secret", StringComparison.Ordinal)
            || line.Contains("555", StringComparison.Ordinal)
            || line.Contains("someone", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(host.Logs.GetSnapshot(), record =>
            record.Message.Contains("555", StringComparison.Ordinal) || record.Message.Contains("someone", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(await host.EntriesAsync(), entry =>
            entry.Content.Contains("555-0100", StringComparison.Ordinal) || entry.Content.Contains("someone@", StringComparison.Ordinal)
        );
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == "AutoResolve")
            listener.EnableMeasurementEvents(instrument);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> texts = [];
        foreach (var tag in tags)
            texts.Add($"{tag.Key}={tag.Value}");
        return string.Join(" ", texts);
    }
}
