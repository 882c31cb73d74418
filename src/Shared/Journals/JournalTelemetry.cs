using System.Diagnostics.Metrics;

namespace AutoResolve.Shared.Journals;

/// <summary>Figures of a journal in a database, on a meter of their own.</summary>
internal static class JournalTelemetry
{
    private static readonly Meter Meter = new("AutoResolve.Journals");
    private static readonly Histogram<int> Batch = Meter.CreateHistogram(
        "autoresolve.journal.batch",
        "{write}",
        "How many writes went into one commit.",
        tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] }
    );

    /// <summary>So many were written together.</summary>
    public static void Together(int writes) => Batch.Record(writes);
}
