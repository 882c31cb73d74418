using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Learning;

/// <summary>What texts come to, each by what was learnt from others.</summary>
internal sealed class PointTotals(int[] totals, bool[] isMeant)
{
    private static readonly double[] SharesWorthALook = [0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002];

    private readonly int[] _meant = [.. totals.Where((_, at) => isMeant[at]).Order()];
    private readonly int[] _others = [.. totals.Where((_, at) => !isMeant[at]).Order()];

    public Proportion Found(int needed) => CountFrom(_meant, needed);

    public Proportion FalseAlarms(int needed) => CountFrom(_others, needed);

    /// <summary>
    /// The points needed with which no more false alarms come and as many are found as can be: in the middle between what tells the two
    /// apart, where there is room.
    /// </summary>
    public int NeededFor(double falseAlarms)
    {
        var allowed = (int)(falseAlarms * _others.Length);
        var other = _others[^(allowed + 1)];
        var found = Array.FindIndex(_meant, total => total > other);
        return found < 0 ? other + 1 : other + ((_meant[found] - other + 1) / 2);
    }

    /// <summary>Numbers of points worth a look.</summary>
    public IEnumerable<int> Choices() => SharesWorthALook.Select(NeededFor).Distinct().Order();

    private static Proportion CountFrom(int[] sorted, int needed)
    {
        var at = Array.BinarySearch(sorted, needed);
        while (at > 0 && sorted[at - 1] == needed)
            at--;
        return new Proportion(sorted.Length - (at < 0 ? ~at : at), sorted.Length);
    }
}
