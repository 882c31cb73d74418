namespace AutoResolve.Insights.Learning;

/// <summary>The numbers below a count, in another order each time, and in the same everywhere.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014.</remarks>
internal sealed class ShuffledOrder(int count)
{
    private readonly int[] _order = [.. Enumerable.Range(0, count)];
    private ulong _state = 1;

    public int[] Next()
    {
        for (var at = count - 1; at > 0; at--)
        {
            var other = (int)(Draw() % (ulong)(at + 1));
            (_order[at], _order[other]) = (_order[other], _order[at]);
        }

        return _order;
    }

    private ulong Draw()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
