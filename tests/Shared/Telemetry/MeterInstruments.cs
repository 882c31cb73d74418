using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace AutoResolve.Tests;

/// <summary>What a meter measures, as pages list it.</summary>
internal static class MeterInstruments
{
    /// <param name="owner">The class whose static fields are the instruments.</param>
    /// <param name="meter">The name of their meter.</param>
    public static IReadOnlyList<Instrument> Of(Type owner, string meter)
    {
        RuntimeHelpers.RunClassConstructor(owner.TypeHandle);
        List<Instrument> found = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == meter)
                found.Add(instrument);
        };
        listener.Start();
        return found;
    }

    /// <returns>What a page calls an instrument of its kind.</returns>
    public static string Kind(Instrument instrument) =>
        instrument switch
        {
            Counter<long> => "counter",
            UpDownCounter<long> => "up-down counter",
            Histogram<double> => "histogram",
            _ => throw new NotSupportedException(instrument.GetType().Name),
        };
}
