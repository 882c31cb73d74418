namespace AutoResolve.Insights.Learning;

/// <summary>What is learnt from, and how a part of it is learnt.</summary>
internal sealed class Lesson(PhraseMatrix matrix, bool[] isMeant, PointsOptions options)
{
    private const double Ridge = 0.1;

    public bool[] IsMeant => isMeant;

    public int[] RowOf(int text) => matrix.Found[text];

    /// <summary>Learns points from some of the texts.</summary>
    public PhrasePoints Learn(IEnumerable<int> texts, CancellationToken cancellationToken)
    {
        int[] chosen = [.. texts];
        bool[] meant = [.. chosen.Select(text => isMeant[text])];
        var counts = Counts(chosen);
        int[][] rows = [.. chosen.Select(text => Array.FindAll(matrix.Found[text], phrase => counts[phrase] >= options.MinTexts))];
        var model = RidgeRegression.Fit(rows, meant, matrix.Phrases.Count, Ridge, cancellationToken);
        if (Kept(model, counts) is { } kept)
        {
            rows = Array.ConvertAll(rows, row => Array.FindAll(row, phrase => kept[phrase]));
            model = RidgeRegression.Fit(rows, meant, matrix.Phrases.Count, Ridge, cancellationToken);
        }

        return PhrasePoints.Of(model, options);
    }

    private int[] Counts(int[] texts)
    {
        var counts = new int[matrix.Phrases.Count];
        foreach (var text in texts)
        {
            foreach (var phrase in matrix.Found[text])
                counts[phrase]++;
        }

        return counts;
    }

    // Those that change most over all texts, if there are too many.
    private bool[]? Kept(RidgeRegression model, int[] counts)
    {
        if (model.Weights.Count(weight => weight != 0) <= options.MaxPhrases)
            return null;
        var kept = new bool[model.Weights.Length];
        var byEffect = Enumerable
            .Range(0, kept.Length)
            .OrderByDescending(phrase => Math.Abs(model.Weights[phrase]) * Math.Sqrt(counts[phrase]))
            .ThenBy(phrase => phrase);
        foreach (var phrase in byEffect.Take(options.MaxPhrases))
            kept[phrase] = true;
        return kept;
    }
}
