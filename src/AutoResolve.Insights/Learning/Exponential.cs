namespace AutoResolve.Insights.Learning;

/// <summary>The exponential function by additions and multiplications alone, which all machines round alike; those of their libraries
/// differ in the last bit.</summary>
internal static class Exponential
{
    private const double Log2 = 0.69314718055994530942;
    private const int Terms = 14;

    public static double Of(double value)
    {
        if (value < -700)
            return 0;
        var powerOfTwo = Math.Round(value / Log2);
        var rest = value - (powerOfTwo * Log2);
        var sum = 1.0;
        for (var term = Terms; term > 0; term--)
            sum = 1 + (sum * rest / term);
        return Math.ScaleB(sum, (int)powerOfTwo);
    }
}
