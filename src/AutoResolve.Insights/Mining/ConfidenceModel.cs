namespace AutoResolve.Insights.Mining;

/// <summary>
/// How likely a conjunction is right, learned from conjunctions that met texts which had no part in finding them: logistic regression, by
/// Newton's method, on its hits and matches, its prior and its length.
/// </summary>
internal sealed class ConfidenceModel
{
    private const int Inputs = 5;
    private readonly double[] _weights;

    private ConfidenceModel(double[] weights) => _weights = weights;

    /// <summary>What is assumed before anything has been measured.</summary>
    public static ConfidenceModel Prior { get; } = new([0, 1, 0.3, 0.3, 0]);

    /// <summary>The logarithm of the odds that it is right.</summary>
    /// <param name="conjunction">The conjunction.</param>
    /// <param name="without">How many texts of its label to leave out of account: 1 for the text that is looked at.</param>
    public double Of(Conjunction conjunction, int without = 0) => Dot(InputsOf(conjunction, without));

    /// <param name="outcomes">Conjunctions that met a new text, and whether its label was theirs.</param>
    public static ConfidenceModel Fit(IReadOnlyList<(Conjunction Conjunction, bool IsRight)> outcomes)
    {
        if (outcomes.All(outcome => outcome.IsRight) || outcomes.All(outcome => !outcome.IsRight))
            return Prior;
        var model = new ConfidenceModel(new double[Inputs]);
        for (var round = 0; round < 50; round++)
        {
            var gradient = new double[Inputs];
            var curvature = new double[Inputs, Inputs];
            for (var input = 0; input < Inputs; input++)
            {
                // A little pull to zero keeps it solvable where inputs never vary.
                curvature[input, input] = 1;
                gradient[input] = -model._weights[input];
            }

            foreach (var (conjunction, isRight) in outcomes)
            {
                var inputs = InputsOf(conjunction, 0);
                var probability = 1 / (1 + Math.Exp(-model.Dot(inputs)));
                for (var row = 0; row < Inputs; row++)
                {
                    gradient[row] += ((isRight ? 1 : 0) - probability) * inputs[row];
                    for (var column = 0; column < Inputs; column++)
                        curvature[row, column] += probability * (1 - probability) * inputs[row] * inputs[column];
                }
            }

            var step = Solve(curvature, gradient);
            for (var input = 0; input < Inputs; input++)
                model._weights[input] += step[input];
            if (step.Max(Math.Abs) < 1e-6)
                break;
        }

        return model;
    }

    private static double[] InputsOf(Conjunction conjunction, int without)
    {
        double matches = conjunction.Matches - without;
        return
        [
            1,
            LogOdds((conjunction.Hits - without + 0.5) / (matches + 1)),
            Math.Log(matches + 1),
            LogOdds(conjunction.Prior),
            conjunction.Phrases.Length,
        ];
    }

    private static double LogOdds(double share)
    {
        var bounded = Math.Clamp(share, 0.002, 0.998);
        return Math.Log(bounded / (1 - bounded));
    }

    private double Dot(double[] inputs)
    {
        var sum = 0.0;
        for (var input = 0; input < Inputs; input++)
            sum += _weights[input] * inputs[input];
        return sum;
    }

    // Gauss elimination; the matrix is positive definite.
    private static double[] Solve(double[,] matrix, double[] values)
    {
        for (var pivot = 0; pivot < Inputs; pivot++)
        {
            for (var row = pivot + 1; row < Inputs; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < Inputs; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                values[row] -= factor * values[pivot];
            }
        }

        for (var row = Inputs - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < Inputs; column++)
                values[row] -= matrix[row, column] * values[column];
            values[row] /= matrix[row, row];
        }

        return values;
    }
}
