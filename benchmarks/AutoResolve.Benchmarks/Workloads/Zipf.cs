namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Draws ranks from 0: rank r with a chance in proportion to (r + shift) to the power of minus the exponent.</summary>
internal sealed class Zipf
{
    private readonly double[] _upTo;

    public Zipf(int ranks, double shift, double exponent)
    {
        _upTo = new double[ranks];
        var sum = 0.0;
        for (var rank = 0; rank < ranks; rank++)
            _upTo[rank] = sum += Math.Pow(rank + shift, -exponent);
    }

    public int Draw(Random random)
    {
        var found = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return Math.Min(found < 0 ? ~found : found, _upTo.Length - 1);
    }
}
