namespace AutoResolve.Insights.Learning;

/// <summary>
/// Multinomial logistic regression with a quadratic penalty, by averaged stochastic gradient descent (Bottou, Large-Scale Machine Learning
/// with Stochastic Gradient Descent, 2010). Deterministic: one text after the other, in an order of its own.
/// </summary>
internal sealed class SoftmaxRegression
{
    private readonly Training _settings;
    private readonly WeightTable _table;
    private readonly double[] _bias;
    private readonly double[] _drift;
    private readonly double[] _biasDrift;
    private readonly double[] _scores;

    private SoftmaxRegression(WeightTable table, int labels, Training settings)
    {
        (_table, _settings) = (table, settings);
        (_bias, _biasDrift, _scores) = (new double[labels], new double[labels], new double[labels]);
        _drift = new double[table.Weights.Length];
    }

    /// <param name="rows">By text, what it has.</param>
    /// <param name="labels">By text, its label.</param>
    /// <param name="weightOfLabel">By label, how much a text of it counts.</param>
    /// <param name="table">The weights to learn; they are the result.</param>
    /// <param name="settings">How.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>By label, its bias.</returns>
    public static double[] Fit(
        FeatureRow[] rows,
        byte[] labels,
        double[] weightOfLabel,
        WeightTable table,
        Training settings,
        CancellationToken cancellationToken
    )
    {
        var model = new SoftmaxRegression(table, weightOfLabel.Length, settings);
        model.Fit(rows, labels, weightOfLabel, cancellationToken);
        return model._bias;
    }

    private void Fit(FeatureRow[] rows, byte[] labels, double[] weightOfLabel, CancellationToken cancellationToken)
    {
        var order = new ShuffledOrder(rows.Length);
        var skipped = _settings.SkippedEpochs * rows.Length;
        var step = -skipped;
        for (var epoch = 0; epoch < _settings.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rate = _settings.Rate / (1 + (epoch * _settings.Decay));
            foreach (var at in order.Next())
            {
                step++;
                Learn(rows[at], labels[at], rate * weightOfLabel[labels[at]], Math.Max(step, 0));
            }

            var shrink = Math.Min(1, rate * _settings.Ridge);
            if (shrink > 0)
                for (var at = 0; at < _drift.Length; at++)
                {
                    var change = -shrink * _table.Weights[at];
                    _table.Weights[at] += change;
                    _drift[at] += change * Math.Max(step, 0);
                }
        }

        var steps = step + 1.0;
        for (var at = 0; at < _drift.Length; at++)
            _table.Weights[at] -= _drift[at] / steps;
        for (var label = 0; label < _bias.Length; label++)
            _bias[label] -= _biasDrift[label] / steps;
    }

    private void Learn(FeatureRow row, int label, double rate, int step)
    {
        Score(row);
        for (var other = 0; other < _scores.Length; other++)
        {
            var error = (other == label ? 1 : 0) - _scores[other];
            _scores[other] = error * error < _settings.Tolerance * _settings.Tolerance ? 0 : rate * error;
            _bias[other] += _scores[other] * _settings.BiasRate;
            _biasDrift[other] += _scores[other] * _settings.BiasRate * step;
        }

        var (starts, labels, weights) = _table;
        var shrink = rate * _settings.Penalty;
        for (var place = 0; place < row.Features.Length; place++)
        {
            var feature = row.Features[place];
            var value = row.Values[place];
            for (var at = starts[feature]; at < starts[feature + 1]; at++)
            {
                var change = (_scores[labels[at]] * value) - (shrink * weights[at]);
                weights[at] += change;
                _drift[at] += change * step;
            }
        }
    }

    // Leaves the probability of each label.
    private void Score(FeatureRow row)
    {
        _bias.CopyTo(_scores, 0);
        var (starts, labels, weights) = _table;
        for (var place = 0; place < row.Features.Length; place++)
        {
            var feature = row.Features[place];
            var value = row.Values[place];
            for (var at = starts[feature]; at < starts[feature + 1]; at++)
                _scores[labels[at]] += weights[at] * value;
        }

        var most = _scores.Max();
        var sum = 0.0;
        for (var label = 0; label < _scores.Length; label++)
            sum += _scores[label] = Exponential.Of(_scores[label] - most);
        for (var label = 0; label < _scores.Length; label++)
            _scores[label] /= sum;
    }
}

/// <summary>What a text has, and how much each counts: together a vector of length 1.</summary>
internal sealed record FeatureRow(int[] Features, double[] Values)
{
    public static FeatureRow Of(int[] features, int[] rarities)
    {
        var sum = 0L;
        foreach (var feature in features)
            sum += (long)rarities[feature] * rarities[feature];
        var length = Math.Sqrt(sum);
        return new FeatureRow(features, Array.ConvertAll(features, feature => rarities[feature] / length));
    }
}

/// <summary>How it is trained.</summary>
internal sealed record Training
{
    public static readonly Training[] Choices =
    [
        new() { Rate = 2, Penalty = 0.002, BiasRate = 0.1 },
        new() { Rate = 4, Penalty = 0.0005, BiasRate = 0.1 },
        new() { Rate = 12, BiasRate = 0.5, MinEffect = 0.3 },
    ];

    public int Epochs { get; init; } = 8;
    public int SkippedEpochs { get; init; } = 2;
    public double Rate { get; init; } = 4;
    public double Decay { get; init; } = 0.5;
    public double BiasRate { get; init; } = 0.05;
    public double Penalty { get; init; }
    public double Ridge { get; init; }
    public double Tolerance { get; init; } = 0.005;
    public double MinEffect { get; init; } = 0.1;
    public bool Balance { get; init; }
    public int EffectKind { get; init; }
    public bool Dense { get; init; }
}

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
