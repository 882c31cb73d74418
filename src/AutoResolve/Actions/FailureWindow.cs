namespace AutoResolve.Actions;

/// <summary>How the attempts of the last 30 seconds ended: says when so many failed, in so many cases, that no case is at fault.</summary>
/// <remarks>It counts by slices of a second, and keeps of each slice's cases only as many as it takes: its memory is bounded.</remarks>
internal sealed class FailureWindow(double failureRatio, int minimumThroughput, TimeProvider timeProvider)
{
    /// <summary>How many cases must fail. One or two may fail for what is in them.</summary>
    public const int MinCases = 3;

    private const int Seconds = 30;

    private readonly Lock _lock = new();
    private readonly Slice[] _slices = [.. Enumerable.Range(0, Seconds).Select(_ => new Slice())];
    private readonly long _began = timeProvider.GetTimestamp();

    public void Succeeded()
    {
        lock (_lock)
            Current().Attempts++;
    }

    /// <returns>Whether it is enough.</returns>
    public bool Failed((string? Tenant, string Id) issue)
    {
        lock (_lock)
        {
            var current = Current();
            current.Attempts++;
            current.Failures++;
            if (current.Cases.Count < MinCases)
                current.Cases.Add(issue);

            var recent = _slices.Where(slice => slice.Second > current.Second - Seconds).ToList();
            var attempts = recent.Sum(slice => slice.Attempts);
            return attempts >= minimumThroughput
                && (double)recent.Sum(slice => slice.Failures) / attempts >= failureRatio
                && recent.SelectMany(slice => slice.Cases).Distinct().Take(MinCases).Count() == MinCases;
        }
    }

    /// <summary>Counts anew.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            foreach (var slice in _slices)
                slice.Begin(Slice.Never);
        }
    }

    private Slice Current()
    {
        var second = (long)timeProvider.GetElapsedTime(_began).TotalSeconds;
        var slice = _slices[second % Seconds];
        if (slice.Second != second)
            slice.Begin(second);
        return slice;
    }

    private sealed class Slice
    {
        public const long Never = -Seconds;

        public long Second { get; private set; } = Never;

        public long Attempts { get; set; }

        public long Failures { get; set; }

        public HashSet<(string? Tenant, string Id)> Cases { get; } = [];

        public void Begin(long second)
        {
            (Second, Attempts, Failures) = (second, 0, 0);
            Cases.Clear();
        }
    }
}
