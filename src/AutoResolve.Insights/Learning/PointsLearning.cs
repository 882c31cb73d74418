namespace AutoResolve.Insights.Learning;

/// <summary>Learns from texts which phrases tell those of one kind from all others, and what each counts.</summary>
public static class PointsLearning
{
    /// <summary>How many texts of the kind there must be, and how many others.</summary>
    public const int MinTexts = 10;

    /// <summary>The most phrases that <see cref="PointsOptions.MaxPhrases"/> may ask for.</summary>
    public const int MaxPhrases = 10_000;

    // What a rule file may ask for.
    private const int MaxNeeded = 10_000;

    /// <summary>
    /// Learns points. What it finds is judged on texts that had no part in teaching it: the sources of the texts are dealt out to parts,
    /// and each part is judged by what the others teach.
    /// </summary>
    /// <param name="texts">Texts of the kind and others, some hundreds of each at least. They are read as they are: mask them
    /// first.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The points; none where no word tells the texts apart.</returns>
    /// <exception cref="ArgumentException">There are fewer than ten texts of the kind, or fewer than ten others; or an option is out of its
    /// range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public static async Task<LearntPoints> RunAsync(
        IReadOnlyList<LabelledText> texts,
        PointsOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        options ??= new PointsOptions();
        options.Check(nameof(options));
        if (texts.Count(text => text.IsMeant) < MinTexts || texts.Count(text => !text.IsMeant) < MinTexts)
            throw new ArgumentException("Ten texts of the kind and ten others are needed at the least.", nameof(texts));
        var matrix = await PhraseMatrix.ReadAsync(texts, options.ForGuard, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Learn(texts, matrix, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static LearntPoints Learn(
        IReadOnlyList<LabelledText> texts,
        PhraseMatrix matrix,
        PointsOptions options,
        CancellationToken cancellationToken
    )
    {
        var all = new Lesson(matrix, [.. texts.Select(text => text.IsMeant)], options);
        var parts = PartsOf(texts, options.Parts);
        var best = Judge(all, parts, options.Parts, cancellationToken);
        var points = all.Learn(Enumerable.Range(0, texts.Count), cancellationToken);
        var most = Math.Clamp(points.ByPhrase.Values.Sum(count => (long)Math.Max(0, count)), 1, MaxNeeded);

        // What a rule can ask for is judged, and not what it cannot.
        var needed = (int)Math.Clamp(best.NeededFor(options.MaxFalseAlarms) + (long)points.Offset, 1, most);
        return new LearntPoints
        {
            Phrases =
            [
                .. points
                    .ByPhrase.GroupBy(phrase => phrase.Value, phrase => matrix.Phrases[phrase.Key])
                    .OrderByDescending(group => group.Key)
                    .Select(group => KeyValuePair.Create(group.Key, (IReadOnlyList<string>)[.. group.Order(StringComparer.Ordinal)])),
            ],
            Needed = needed,
            Found = best.Found(needed - points.Offset),
            FalseAlarms = best.FalseAlarms(needed - points.Offset),
            Choices =
            [
                .. best.Choices()
                    .Select(choice => choice + points.Offset)
                    .Where(choice => choice > 0 && choice <= most)
                    .Append(needed)
                    .Distinct()
                    .Order()
                    .Select(choice => new PointsChoice(
                        choice,
                        best.Found(choice - points.Offset),
                        best.FalseAlarms(choice - points.Offset)
                    )),
            ],
        };
    }

    // By what the model says beyond its bias, so that what was learnt from different texts can be compared.
    private static PointTotals Judge(Lesson lesson, int[] parts, int count, CancellationToken cancellationToken)
    {
        var totals = new int[parts.Length];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, part =>
        {
            var points = lesson.Learn(Enumerable.Range(0, parts.Length).Where(at => parts[at] != part), cancellationToken);
            for (var at = 0; at < parts.Length; at++)
            {
                if (parts[at] == part)
                    totals[at] = points.TotalOf(lesson.RowOf(at)) - points.Offset;
            }
        });
        return new PointTotals(totals, lesson.IsMeant);
    }

    // A source with nearly all texts is dealt out text by text, as texts without a source are.
    private static int[] PartsOf(IReadOnlyList<LabelledText> texts, int count)
    {
        var sources = texts
            .GroupBy(text => text.Source)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        var sizes = new int[count];
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (source.Key is null || source.Count() > texts.Count / 2)
                continue;
            var part = Array.IndexOf(sizes, sizes.Min());
            parts.Add(source.Key, part);
            sizes[part] += source.Count();
        }

        return [.. texts.Select((text, at) => text.Source is { } source && parts.TryGetValue(source, out var part) ? part : at % count)];
    }
}
