using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Mining;

/// <summary>
/// Groups issues without labels by what they say: spherical k-means on TF-IDF (Dhillon and Modha, Concept Decompositions for Large Sparse
/// Text Data, 2001), sharpened by a classifier that learns
/// the groups and sorts the issues again.
/// </summary>
internal sealed class TopicFinder(MiningOptions options)
{
    private const int Rounds = 20;
    private const int Starts = 3;
    private const int Sharpenings = 2;
    private const int NamePhrases = 3;

    /// <summary>The issues, each with the name of its group as its label.</summary>
    /// <exception cref="HistoryException">There are too few issues.</exception>
    public IReadOnlyList<PastIssue> Label(IReadOnlyList<PastIssue> issues, CancellationToken cancellationToken)
    {
        var vocabulary = Vocabulary.Of(issues.Select(issue => issue.Text));
        List<Sample> samples =
        [
            .. issues.Select(
                (issue, place) =>
                    new Sample(issue.Text, 0, place)
                    {
                        Phrases = Array.FindAll(vocabulary.Find(issue.Text), phrase => !vocabulary.IsCommon(phrase)),
                    }
            ),
        ];
        if (samples.DistinctBy(sample => string.Join(',', sample.Phrases)).Take(2).Count() < 2)
            return [.. issues.Select(issue => issue with { Label = Names(samples, new int[samples.Count], vocabulary, 1)[0] })];
        var count = options.Groups ?? Math.Clamp((int)Math.Sqrt(issues.Count / 2.0), 2, 400);
        if (issues.Count < count * 2)
            throw new HistoryException($"{issues.Count} issues are too few for {count} groups.");
        var weights = InverseFrequencies(samples, vocabulary.Count);
        var groups = Enumerable
            .Range(0, Starts)
            .Select(start => Cluster(samples, weights, count, options.Seed + start, cancellationToken))
            .MaxBy(clustering => clustering.Fit)
            .Groups;
        for (var round = 0; round < Sharpenings; round++)
            Sharpen(samples, groups, vocabulary.Count, count, cancellationToken);
        LikeGroups.Join(samples, groups, count, vocabulary);
        var names = Names(samples, groups, vocabulary, count);
        return [.. issues.Select((issue, place) => issue with { Label = names[groups[place]] })];
    }

    private static float[] InverseFrequencies(List<Sample> samples, int phrases)
    {
        var counts = new float[phrases];
        foreach (var phrase in samples.SelectMany(sample => sample.Phrases))
            counts[phrase]++;
        return [.. counts.Select(count => MathF.Log((samples.Count + 1) / (count + 1)))];
    }

    private static (int[] Groups, double Fit) Cluster(
        List<Sample> samples,
        float[] weights,
        int count,
        int seed,
        CancellationToken cancellationToken
    )
    {
        var random = new Random(seed);
        var centres = new float[count][];
        var nearest = new double[samples.Count];
        var lengths = samples.Select(sample => MathF.Sqrt(sample.Phrases.Sum(phrase => weights[phrase] * weights[phrase]))).ToArray();

        // k-means++: a far text becomes the next centre, by chance in proportion to how far (Arthur and Vassilvitskii, 2007).
        Array.Fill(nearest, 1);
        for (var centre = 0; centre < count; centre++)
        {
            var aim = random.NextDouble() * nearest.Sum();
            var chosen = 0;
            while (chosen < samples.Count - 1 && (aim -= nearest[chosen]) > 0)
                chosen++;
            centres[centre] = Unit([chosen], samples, weights, lengths);
            for (var place = 0; place < samples.Count; place++)
                nearest[place] = Math.Min(
                    nearest[place],
                    Math.Max(0, 1 - Similarity(samples[place], centres[centre], weights, lengths[place]))
                );
        }

        var groups = new int[samples.Count];
        var fit = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moved = 0;
            var similarities = new double[samples.Count];
            Parallel.For(0, samples.Count, place =>
            {
                var best = 0;
                var most = double.NegativeInfinity;
                for (var centre = 0; centre < count; centre++)
                {
                    var similarity = Similarity(samples[place], centres[centre], weights, lengths[place]);
                    if (similarity > most)
                        (best, most) = (centre, similarity);
                }

                if (groups[place] != best)
                    Interlocked.Increment(ref moved);
                (groups[place], similarities[place]) = (best, most);
            });
            fit = similarities.Sum();
            if (moved * 1000 < samples.Count && round > 0)
                break;
            foreach (var group in Enumerable.Range(0, samples.Count).GroupBy(place => groups[place]))
                centres[group.Key] = Unit(group, samples, weights, lengths);
        }

        return (groups, fit);
    }

    private static float[] Unit(IEnumerable<int> places, List<Sample> samples, float[] weights, float[] lengths)
    {
        var centre = new float[weights.Length];
        foreach (var place in places.Where(place => lengths[place] > 0))
        {
            foreach (var phrase in samples[place].Phrases)
                centre[phrase] += weights[phrase] / lengths[place];
        }

        var length = MathF.Sqrt(centre.Sum(value => value * value));
        for (var phrase = 0; phrase < centre.Length && length > 0; phrase++)
            centre[phrase] /= length;
        return centre;
    }

    private static float Similarity(Sample sample, float[] centre, float[] weights, float length)
    {
        if (length == 0)
            return 0;
        var sum = 0f;
        foreach (var phrase in sample.Phrases)
            sum += weights[phrase] * centre[phrase];
        return sum / length;
    }

    private void Sharpen(List<Sample> samples, int[] groups, int phrases, int count, CancellationToken cancellationToken)
    {
        for (var place = 0; place < samples.Count; place++)
            samples[place].Label = groups[place];
        var model = PhraseWeights.Train(samples, phrases, count, options.Seed, cancellationToken);
        var buffer = new float[count];
        for (var place = 0; place < samples.Count; place++)
            groups[place] = model.Best(samples[place].Phrases, buffer);
    }

    // The phrases by which a group's share exceeds that of all issues most; rare ones tell more.
    private static string[] Names(List<Sample> samples, int[] groups, Vocabulary vocabulary, int count)
    {
        var all = samples.SelectMany(sample => sample.Phrases).CountBy(phrase => phrase).ToDictionary();
        var names = new string[count];
        foreach (
            var group in samples
                .Select((sample, place) => (sample, Group: groups[place]))
                .GroupBy(entry => entry.Group, entry => entry.sample)
        )
        {
            var size = group.Count();
            var telling = new List<int>();
            foreach (
                var (phrase, _) in group
                    .SelectMany(sample => sample.Phrases)
                    .CountBy(phrase => phrase)
                    .Select(entry =>
                        (
                            entry.Key,
                            Lift: (((double)entry.Value / size) - ((double)all[entry.Key] / samples.Count))
                                * Math.Log((double)samples.Count / all[entry.Key])
                        )
                    )
                    .OrderByDescending(entry => entry.Lift)
                    .ThenBy(entry => entry.Key)
            )
            {
                if (telling.Count < NamePhrases && !vocabulary.IsRedundant([.. telling, phrase]))
                    telling.Add(phrase);
            }

            names[group.Key] = string.Join(" / ", telling.Select(phrase => vocabulary[phrase]));
        }

        // Two groups of one name are told apart by a number.
        for (var group = 0; group < count; group++)
        {
            names[group] ??= "nothing in common";
            if (Array.IndexOf(names, names[group]) is var first && first < group)
                names[group] += $" ({group})";
        }

        return names;
    }
}
