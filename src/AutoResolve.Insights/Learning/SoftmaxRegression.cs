namespace AutoResolve.Insights.Learning;

/// <summary>
/// Multinomial logistic regression with a quadratic penalty that grows with how many texts a feature has, by averaged stochastic gradient
/// descent (Bottou, Large-Scale Machine Learning with Stochastic Gradient Descent, 2010). Deterministic: one text after the other, in an
/// order of its own, and in sums whose order does not vary.
/// </summary>
internal sealed class SoftmaxRegression
{
    private const int Epochs = 8;
    private const double Decay = 0.5;

    // What the first epochs come to is no part of the average.
    private const int EpochsBeforeAverage = 2;

    // What one label has more texts than another is learnt slowly, so that it does not take the place of words.
    private const double BiasRate = 0.1;

    // An error so small changes nothing that is worth the time.
    private const double Tolerance = 0.005;

    private readonly Training _training;
    private readonly WeightTable _table;
    private readonly double[] _bias;
    private readonly double[] _errors;

    // How much of each weight the average has not: the sum of its changes, each by the steps before it.
    private readonly double[] _lag;
    private readonly double[] _biasLag;

    private SoftmaxRegression(WeightTable table, int labels, Training training)
    {
        (_table, _training) = (table, training);
        (_bias, _biasLag, _errors) = (new double[labels], new double[labels], new double[labels]);
        _lag = new double[table.Weights.Length];
    }

    /// <param name="rows">By text, what it has.</param>
    /// <param name="labels">By text, its label.</param>
    /// <param name="labelCount">How many labels there are.</param>
    /// <param name="table">The weights to learn, all 0; they are the result.</param>
    /// <param name="training">How.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>By label, its bias.</returns>
    public static double[] Fit(
        FeatureRow[] rows,
        byte[] labels,
        int labelCount,
        WeightTable table,
        Training training,
        CancellationToken cancellationToken
    )
    {
        var model = new SoftmaxRegression(table, labelCount, training);
        model.Fit(rows, labels, cancellationToken);
        return model._bias;
    }

    private void Fit(FeatureRow[] rows, byte[] labels, CancellationToken cancellationToken)
    {
        var order = new ShuffledOrder(rows.Length);
        var step = -(double)EpochsBeforeAverage * rows.Length;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rate = _training.Rate / (1 + (epoch * Decay));
            foreach (var at in order.Next())
                Learn(rows[at], labels[at], rate, Math.Max(0, ++step));
        }

        for (var at = 0; at < _lag.Length; at++)
            _table.Weights[at] -= _lag[at] / (step + 1);
        for (var label = 0; label < _bias.Length; label++)
            _bias[label] -= _biasLag[label] / (step + 1);
    }

    private void Learn(FeatureRow row, int label, double rate, double step)
    {
        FindErrors(row, label);
        for (var other = 0; other < _errors.Length; other++)
        {
            _errors[other] = Math.Abs(_errors[other]) < Tolerance ? 0 : rate * _errors[other];
            var change = BiasRate * _errors[other];
            _bias[other] += change;
            _biasLag[other] += change * step;
        }

        var (starts, labels, weights) = _table;
        var shrinking = rate * _training.Penalty;
        for (var place = 0; place < row.Features.Length; place++)
        {
            var feature = row.Features[place];
            var value = row.Values[place];
            for (var at = starts[feature]; at < starts[feature + 1]; at++)
            {
                var change = (_errors[labels[at]] * value) - (shrinking * weights[at]);
                weights[at] += change;
                _lag[at] += change * step;
            }
        }
    }

    private void FindErrors(FeatureRow row, int label)
    {
        _bias.CopyTo(_errors, 0);
        var (starts, labels, weights) = _table;
        for (var place = 0; place < row.Features.Length; place++)
        {
            var feature = row.Features[place];
            var value = row.Values[place];
            for (var at = starts[feature]; at < starts[feature + 1]; at++)
                _errors[labels[at]] += weights[at] * value;
        }

        Softmax.Apply(_errors);
        for (var other = 0; other < _errors.Length; other++)
            _errors[other] = (other == label ? 1 : 0) - _errors[other];
    }
}
