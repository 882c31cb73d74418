using System.Numerics;

namespace AutoResolve.Insights.Mining;

/// <summary>
/// How strongly each phrase speaks for each label: multinomial logistic regression, trained by AdaGrad (Duchi, Hazan and Singer, Adaptive
/// Subgradient Methods, 2011). It guides the
/// search for conditions and is thrown away; rules are what is kept.
/// </summary>
internal sealed class PhraseWeights
{
    private const int Rounds = 12;
    private const float Rate = 0.1f;
    private const float Decay = 0.002f;
    private readonly float[] _weights;
    private readonly float[] _biases;

    private PhraseWeights(int phrases, int labels)
    {
        Labels = labels;
        _weights = new float[phrases * labels];
        _biases = new float[labels];
    }

    /// <summary>How many labels there are; the last is the background's where there is one.</summary>
    public int Labels { get; }

    /// <summary>By how much a phrase speaks more for a label than for labels at large.</summary>
    public float Lift(int phrase, int label)
    {
        var row = Row(phrase);
        var sum = 0f;
        foreach (var weight in row)
            sum += weight;
        return row[label] - (sum / Labels);
    }

    /// <summary>The probability of a label for a text of these phrases alone.</summary>
    public double Probability(ReadOnlySpan<int> phrases, int label, float[] buffer)
    {
        Score(phrases, buffer);
        return buffer[label];
    }

    /// <summary>The likeliest label of a text of these phrases.</summary>
    public int Best(ReadOnlySpan<int> phrases, float[] buffer)
    {
        Score(phrases, buffer);
        return Array.IndexOf(buffer, buffer.Max());
    }

    public static PhraseWeights Train(IReadOnlyList<Sample> samples, int phrases, int labels, int seed, CancellationToken cancellationToken)
    {
        var model = new PhraseWeights(phrases, labels);
        var squares = new float[model._weights.Length];
        var biasSquares = new float[labels];
        var error = new float[labels];
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var place in order)
            {
                var sample = samples[place];
                model.Score(sample.Phrases, error);
                error[sample.Label == Sample.Background ? labels - 1 : sample.Label] -= 1;
                Step(model._biases, biasSquares, error, 0);
                foreach (var phrase in sample.Phrases)
                    Step(model.Row(phrase), squares.AsSpan(phrase * labels, labels), error, Decay);
            }
        }

        return model;
    }

    private Span<float> Row(int phrase) => _weights.AsSpan(phrase * Labels, Labels);

    private void Score(ReadOnlySpan<int> phrases, float[] scores)
    {
        _biases.CopyTo(scores.AsSpan());
        foreach (var phrase in phrases)
            Add(scores, Row(phrase));
        var most = scores.Max();
        var sum = 0f;
        for (var label = 0; label < scores.Length; label++)
            sum += scores[label] = MathF.Exp(scores[label] - most);
        for (var label = 0; label < scores.Length; label++)
            scores[label] /= sum;
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> values)
    {
        var place = 0;
        for (; place <= sums.Length - Vector<float>.Count; place += Vector<float>.Count)
            (new Vector<float>(sums[place..]) + new Vector<float>(values[place..])).CopyTo(sums[place..]);
        for (; place < sums.Length; place++)
            sums[place] += values[place];
    }

    private static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> error, float decay)
    {
        var place = 0;
        for (; place <= weights.Length - Vector<float>.Count; place += Vector<float>.Count)
        {
            var weight = new Vector<float>(weights[place..]);
            var gradient = new Vector<float>(error[place..]) + (weight * decay);
            var square = new Vector<float>(squares[place..]) + (gradient * gradient);
            square.CopyTo(squares[place..]);
            (weight - (gradient * Rate / (Vector.SquareRoot(square) + new Vector<float>(1e-3f)))).CopyTo(weights[place..]);
        }

        for (; place < weights.Length; place++)
        {
            var gradient = error[place] + (weights[place] * decay);
            squares[place] += gradient * gradient;
            weights[place] -= gradient * Rate / (MathF.Sqrt(squares[place]) + 1e-3f);
        }
    }
}
