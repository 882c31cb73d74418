namespace AutoResolve.Insights.Learning;

/// <summary>Learns from labelled texts which words tell one kind of text from others, as a classifier that rules ask.</summary>
public static class ClassifierLearning
{
    /// <summary>How many texts of each label there must be.</summary>
    public const int MinTexts = 10;

    /// <summary>The most labels.</summary>
    public const int MaxLabels = 200;

    /// <summary>The labels that a classifier of these texts would have.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The labels, in the order of the alphabet, <see cref="LearntLabel.Other"/> last.</returns>
    public static IReadOnlyList<LearntLabel> LabelsOf(IReadOnlyList<LabelledText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return LabelNames.Of(texts);
    }

    /// <summary>
    /// Learns a classifier. It is judged on texts that had no part in teaching it: the sources of the texts are dealt out to parts, and
    /// each part is judged by what the others teach.
    /// </summary>
    /// <param name="texts">The texts, some dozens of each label at least. They are read as they are: mask them first.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The classifier; without words where none tells texts of strangers apart, or no label has texts of two sources.</returns>
    /// <exception cref="ArgumentException">There are fewer than two labels, or more than <see cref="MaxLabels"/>; or fewer than
    /// <see cref="MinTexts"/> texts of one; or an option is out of its range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public static Task<LearntClassifier> RunAsync(
        IReadOnlyList<LabelledText> texts,
        ClassifierOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        options ??= new ClassifierOptions();
        options.Check(nameof(options));
        var labels = LabelNames.Of(texts);
        if (labels.Length is < 2 or > MaxLabels)
            throw new ArgumentException($"There are {labels.Length} labels; a classifier has from 2 to {MaxLabels}.", nameof(texts));
        if (Array.Find(labels, label => label.Texts < MinTexts) is { } rare)
            throw new ArgumentException($"There are {rare.Texts} texts of '{rare.Name}'; {MinTexts} are needed.", nameof(texts));
        return Task.Run(() => Learn(texts, labels, options, cancellationToken), cancellationToken);
    }

    private static LearntClassifier Learn(
        IReadOnlyList<LabelledText> texts,
        LearntLabel[] labels,
        ClassifierOptions options,
        CancellationToken cancellationToken
    )
    {
        string[] names = [.. labels.Select(label => label.Name)];
        var places = labels.SelectMany((label, at) => label.Given.Select(given => (given, at))).ToDictionary(StringComparer.Ordinal);
        byte[] labelOf = [.. texts.Select(text => (byte)places[text.Label])];
        var matrix = FeatureMatrix.Read(texts, options.MinTexts, cancellationToken);
        var lesson = new Lesson(matrix, labelOf, names.Length, SourcesOf(texts), options);
        var parts = new TextParts(texts, labelOf, options.Parts);
        var best = Trial.Chosen([.. Training.Choices.Select(training => Trial.Run(lesson, training, parts, cancellationToken))]);

        // Who knows the shares of the labels and no word does as well.
        var table =
            best.Loss >= LossOfShares(labels, texts.Count)
                ? ClassifierTable.Empty(names.Length)
                : lesson.Learn([.. Enumerable.Range(0, texts.Count)], best.Training, cancellationToken).Rounded(best.Scale);
        return new LearntClassifier(labels, table, matrix, new ClassifierJudgement(names, labelOf, parts.IsTaught, best.Likelihoods()));
    }

    private static double LossOfShares(LearntLabel[] labels, int texts) =>
        labels.Sum(label => (double)label.Texts / texts * Math.Log((double)texts / label.Texts));

    // Texts of nobody in particular are of a source each.
    private static int[] SourcesOf(IReadOnlyList<LabelledText> texts)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. texts.Select(
                (text, at) =>
                {
                    if (text.Source is null)
                        return at;
                    if (!known.TryGetValue(text.Source, out var source))
                        known.Add(text.Source, source = at);
                    return source;
                }
            ),
        ];
    }
}
