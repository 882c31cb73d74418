namespace AutoResolve.Insights.Learning;

/// <summary>
/// Logistic regression with a quadratic penalty that grows with how many texts a column has, as if columns were standardized: by Nesterov's
/// accelerated gradient method (Beck and Teboulle, A Fast Iterative Shrinkage-Thresholding Algorithm, 2009), with a step for each column.
/// Deterministic.
/// </summary>
internal sealed class RidgeRegression
{
    private const int Rounds = 300;

    private RidgeRegression(double[] weights, double bias) => (Weights, Bias) = (weights, bias);

    public double[] Weights { get; }

    public double Bias { get; }

    /// <param name="rows">By text, the columns that are one.</param>
    /// <param name="isMeant">By text, what is learnt.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="ridge">What the square of a weight costs, for each text of its column.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static RidgeRegression Fit(int[][] rows, bool[] isMeant, int columns, double ridge, CancellationToken cancellationToken)
    {
        var counts = Counts(rows, columns);
        var steps = Steps(rows, columns, counts, ridge);
        var (weights, ahead, gradient) = (new double[columns + 1], new double[columns + 1], new double[columns + 1]);
        var momentum = 1.0;
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Gradient(rows, isMeant, ahead, gradient);
            var next = (1 + Math.Sqrt(1 + (4 * momentum * momentum))) / 2;
            for (var column = 0; column <= columns; column++)
            {
                var stepped = ahead[column] - (steps[column] * (gradient[column] + (ridge * counts[column] * ahead[column])));
                ahead[column] = stepped + ((momentum - 1) / next * (stepped - weights[column]));
                weights[column] = stepped;
            }

            momentum = next;
        }

        return new RidgeRegression(weights[..columns], weights[columns]);
    }

    // None of the bias, which is not penalized.
    private static double[] Counts(int[][] rows, int columns)
    {
        var counts = new double[columns + 1];
        foreach (var row in rows)
        {
            foreach (var column in row)
                counts[column]++;
        }

        return counts;
    }

    // A bound of the curvature along each column: a quarter of the sum, over the texts that have it, of how many columns each has.
    private static double[] Steps(int[][] rows, int columns, double[] counts, double ridge)
    {
        var bounds = new double[columns + 1];
        foreach (var row in rows)
        {
            foreach (var column in row)
                bounds[column] += row.Length + 1;
            bounds[columns] += row.Length + 1;
        }

        return [.. bounds.Select((bound, at) => bound == 0 ? 0 : 1 / ((bound / 4) + (ridge * counts[at])))];
    }

    private static void Gradient(int[][] rows, bool[] isMeant, double[] weights, double[] gradient)
    {
        Array.Clear(gradient);
        for (var at = 0; at < rows.Length; at++)
        {
            var score = weights[^1];
            foreach (var column in rows[at])
                score += weights[column];
            var error = (1 / (1 + Math.Exp(-score))) - (isMeant[at] ? 1 : 0);
            foreach (var column in rows[at])
                gradient[column] += error;
            gradient[^1] += error;
        }
    }
}
