using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using CsCheck;

namespace AutoResolve.Tests.Journaling;

/// <summary>What a customer writes about themselves stands in nothing that is written down, whatever becomes of the issue.</summary>
[Collection(Tracing.Name)]
public sealed class PrivacyTests
{
    private static readonly Gen<string> Digit = Gen.Char['0', '9'].Select(digit => digit.ToString());

    private static readonly Gen<string> Personal = Gen.OneOf(
        Form("#88-##-##88"),
        Form("(5##) 555-01##"),
        Form("+1 5## 555 01##"),
        Form("41#1 88## ##88 11#1"),
        Form("someone.##@example.org"),
        Form("https://example.org/?token=ab##cd"),
        Form("88#88#88#")
    );

    private static readonly Gen<string> Words = Gen.OneOf(
        new[] { "alpha", "please help", "error 110", "I tried\nthat", "since Monday,", "(again)", "ÄÖÜ", "我", "form 21-526EZ" }
            .Select(word => Gen.Const(word))
            .ToArray()
    );

    [Fact]
    public void PersonalData_OfAnyProcessedIssue_StandsNowhere() =>
        Gen.Select(Words.Array[0, 4], Personal, Words.Array[0, 4], Gen.Int[0, 4])
            .Sample(
                (before, personal, after, place) =>
                    CheckAsync(string.Join(' ', [.. before, personal, .. after]), personal, place).GetAwaiter().GetResult(),
                iter: 300,
                threads: 1
            );

    private static Gen<string> Form(string form) =>
        Digit
            .Array[form.Count(letter => letter == '#')]
            .Select(digits =>
            {
                var next = 0;
                return string.Concat(form.Select(letter => letter == '#' ? digits[next++] : letter.ToString()));
            });

    private static async Task CheckAsync(string text, string personal, int place)
    {
        ConcurrentQueue<string> told = [];
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Enable(instrument, listener) };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Add(told, tags));
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Add(told, tags));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "AutoResolve",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                told.Enqueue(
                    $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} "
                        + $"{string.Join(' ', activity.Events.SelectMany(one => one.Tags))}"
                ),
        };
        ActivitySource.AddActivityListener(activities);
        await using var host = ActingHost.With(
            SomeRules.Rule(
                "alpha",
                """
                { "outcome": "fix", "answer": { "en": "About {{ issue.title }}; {{ issue.fields.page }}" },
                  "actions": [ { "do": "notify", "with": { "account": "{{ issue.fields.page }}" } },
                  { "do": "unlock", "with": { "account": "{{ issue.fields.page }}" } } ] }
                """
            )
        );
        host.Notify.Execute = (_, _) =>
            place switch
            {
                0 => throw new InvalidOperationException($"No {personal}."),
                1 => new(ActionOutcome.Failed($"No {personal}.")),
                2 => new(ActionOutcome.NeedsPerson($"See {personal}.")),
                _ => new(ActionOutcome.Succeeded($"Did {personal}.")),
            };
        if (place == 3)
            host.Journal.Refuses = entry => entry.Kind == AutoResolve.Journaling.JournalEntryKind.ActionResult;
        var issue = new Issue
        {
            Id = "issue-1",
            Text = text,
            Title = text,
            Fields = new Dictionary<string, string> { ["page"] = personal, ["note"] = text },
        };

        await host.PassTimeAsync(host.Processor.ProcessAsync(issue).AsTask());

        var entries = await host.EntriesAsync();
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.False(entry.Content.Contains(personal, StringComparison.Ordinal), entry.Content));
        Assert.All(host.Logs.GetSnapshot(), record =>
            Assert.DoesNotContain(personal, $"{record.Message} {record.Exception}", StringComparison.Ordinal)
        );
        Assert.All(told, line => Assert.DoesNotContain(personal, line, StringComparison.Ordinal));
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == "AutoResolve")
            listener.EnableMeasurementEvents(instrument);
    }

    private static void Add(ConcurrentQueue<string> told, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
            told.Enqueue($"{tag.Key}={tag.Value}");
    }
}
