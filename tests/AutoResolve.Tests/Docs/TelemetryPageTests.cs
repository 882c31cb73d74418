using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using AutoResolve.Actions;
using AutoResolve.Tests.PlugIns;

namespace AutoResolve.Tests.Docs;

/// <summary>The page about telemetry, against what a host has.</summary>
[Collection(Tracing.Name)]
public sealed class TelemetryPageTests
{
    private static readonly string Page = Repository.Read("src/docs/telemetry.md");

    private static readonly IReadOnlyList<Instrument> Instruments = MeterInstruments.Of(typeof(Telemetry), Telemetry.Name);

    [Fact]
    public void Instruments_AreThoseOfThePage()
    {
        var instruments = Instruments.Select(one => $"| `{one.Name}` | {MeterInstruments.Kind(one)} | `{one.Unit}` |");
        var rows = Rows().Select(row => $"| {string.Join(" | ", row[..3])} |");

        Assert.Equal(instruments.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Histograms_CountInTheBucketsOfThePage()
    {
        var histograms = Instruments.OfType<Histogram<double>>().ToList();

        Assert.Equal(5, histograms.Count);
        Assert.All(histograms, histogram =>
        {
            var bounds = histogram.Advice!.HistogramBucketBoundaries!;
            Assert.Equal(bounds.Order().Distinct(), bounds);
            Assert.Contains(
                $"{string.Join(", ", bounds.Select(bound => bound.ToString(CultureInfo.InvariantCulture)))}.",
                Page,
                StringComparison.Ordinal
            );
        });
    }

    [Fact]
    public async Task Tags_AreThoseOfThePage()
    {
        ConcurrentDictionary<string, string> measured = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter.Name == Telemetry.Name)
                    meters.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measured[instrument.Name] = Names(tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured[instrument.Name] = Names(tags));
        listener.Start();

        await using var host = new DbHost();
        await host.ProcessAsync("alpha");

        var documented = Rows().ToDictionary(row => row[0].Trim('`'), row => row[3].Trim());
        Assert.True(measured.Count >= 7, string.Join(", ", measured.Keys));
        Assert.All(measured, one => Assert.Equal(documented[one.Key], one.Value));
    }

    private static List<string[]> Rows() =>
        [
            .. Page.Split('\n')
                .Where(line => line.StartsWith("| `autoresolve.", StringComparison.Ordinal))
                .Select(line => line.Split('|')[1..].Select(cell => cell.Trim()).ToArray()),
        ];

    private static string Names(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> names = [];
        foreach (var tag in tags)
            names.Add($"`{tag.Key}`");
        return string.Join(", ", names);
    }
}
