using AutoResolve.Insights.Measuring;
using AutoResolve.Intake.History;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Words;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Mining;

/// <summary>
/// Makes draft rules of past issues. Conjunctions of phrases are found on parts of the history and judged on the rest, which
/// teaches what makes one credible and how clear a case must be; then all but the held-out part is mined, and the rules are
/// run on that by the ordinary matcher.
/// </summary>
/// <param name="options">How.</param>
/// <param name="timeProvider">Says the day of review.</param>
/// <param name="progress">Receives how much is done.</param>
/// <param name="given">
/// The labels that people gave, by the place of the issue, where the issues are grouped by what they say; null where they are not. Rules
/// for
/// groups are judged by these, and by nothing where there are none: of its own groups a rule is always right.
/// </param>
/// <param name="isLean">Whether rules are given up that decide nothing.</param>
internal sealed class Miner(
    MiningOptions options,
    TimeProvider timeProvider,
    IProgress<double>? progress = null,
    IReadOnlyList<string?>? given = null,
    bool isLean = true
)
{
    /// <param name="issues">The past issues. Those without a label are left out, unless none has one.</param>
    /// <param name="background">Texts of other things, which no rule may take.</param>
    /// <param name="source">What the rules name as their source.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HistoryException">Nothing can be learned from it; says why.</exception>
    public MiningResult Mine(
        IReadOnlyList<PastIssue> issues,
        IReadOnlyList<string> background,
        string source,
        CancellationToken cancellationToken
    )
    {
        var remarks = new List<string>();
        var labels = Labels(issues, background.Count > 0, remarks);
        var names = SafeName.OfAll(labels);
        var (learned, heldOut) = Split(issues, labels);
        foreach (var text in background.Distinct(StringComparer.Ordinal))
            learned.Add(new Sample(text, Sample.Background, -1));
        var classes = labels.Count + (background.Count > 0 ? 1 : 0);

        var (confidence, threshold) = new ConfidenceLearning(options, progress).Learn(learned, classes, cancellationToken);
        if (double.IsPositiveInfinity(threshold))
            remarks.Add($"No conditions reach a precision of {options.Precision:P0}; more issues, or labels that differ more, would help.");
        var induction = Induction.Run(learned, classes, confidence, options, cancellationToken);
        progress?.Report(0.8);

        var bands = induction
            .Conjunctions.Where(conjunction =>
                !double.IsPositiveInfinity(threshold) && !DecisionThreshold.IsNegligible(DecisionThreshold.BandOf(conjunction.Confidence))
            )
            .GroupBy(conjunction => conjunction.Label)
            .Where(group =>
                group.Any(conjunction => DecisionThreshold.CanDecide(DecisionThreshold.BandOf(conjunction.Confidence), threshold))
            )
            .ToDictionary(
                group => group.Key,
                group =>
                    LeanRules.WithoutCovered([
                        .. group
                            .GroupBy(conjunction => DecisionThreshold.BandOf(conjunction.Confidence))
                            .OrderByDescending(band => band.Key)
                            .Select(band =>
                                (
                                    Band: band.Key,
                                    Conjunctions: band.OrderByDescending(conjunction => conjunction.Matches)
                                        .ThenBy(conjunction => string.Join(',', conjunction.Phrases), StringComparer.Ordinal)
                                        .ToList()
                                )
                            ),
                    ])
            );
        var writer = new RuleFileWriter(induction.Vocabulary, DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime), source);
        var byLabel = issues.Where(issue => issue.Label is not null).ToLookup(issue => issue.Label!, StringComparer.Ordinal);
        var facts = bands.Keys.ToDictionary(label => label, label => LabelFacts.Of([.. byLabel[labels[label]]]));
        RuleFile Draft(int label, IEnumerable<(double, List<Conjunction>)> own) =>
            writer.Write(labels[label], names[label], facts[label], own, threshold, _ => ([], []), []);

        // First without tests, to see which texts they match.
        if (isLean)
            bands = LeanRules.WithoutIdle(
                bands,
                names,
                some => Load([.. some.Select(label => Draft(label.Key, label.Value))]),
                [
                    .. learned
                        .Concat(heldOut)
                        .Select(sample => sample.Text)
                        .Concat(issues.Select(issue => issue.Text))
                        .Distinct(StringComparer.Ordinal),
                ],
                cancellationToken
            );
        if (bands.Count == 0 && !double.IsPositiveInfinity(threshold))
            remarks.Add("No condition is sure enough by itself to decide; more issues, or labels that differ more, would help.");
        var rulebook = Load([.. bands.Select(label => Draft(label.Key, label.Value))]);
        var tests = rulebook is null ? [] : MinedTests.Of(rulebook, learned, names, bands, cancellationToken);
        progress?.Report(0.9);
        var (rights, decided) = rulebook is null
            ? ([], 0)
            : MinedRules.Judge(rulebook, heldOut, names, MinedRules.TruthOf(learned, given), cancellationToken);
        var decides = rulebook is null ? [] : MinedRules.Count(rulebook, issues, cancellationToken);

        RuleFile Write(int label, CandidateRule candidate) =>
            writer.Write(
                labels[label],
                names[label],
                facts[label],
                bands[label],
                threshold,
                id => tests.GetValueOrDefault(id, ([], [])),
                Evidence(candidate, given is not null)
            );

        var candidates = bands
            .Keys.Select(label => new CandidateRule
            {
                Label = labels[label],
                Name = names[label],
                Facts = facts[label],
                Rules = bands[label].Count,
                Conditions = bands[label].Sum(band => band.Conjunctions.Count),
                Decides = decides.GetValueOrDefault(names[label]),
                HeldOut = rights.GetValueOrDefault(label),
            })
            .Select(candidate => candidate with { File = Write(labels.IndexOf(candidate.Label), candidate) })
            .OrderByDescending(candidate => candidate.Savings)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .ToList();
        progress?.Report(1);
        var words = bands
            .Values.SelectMany(label => label)
            .SelectMany(band => band.Conjunctions)
            .Select(conjunction => conjunction.Phrases.Sum(induction.Vocabulary.WordsOf))
            .Order()
            .ToList();
        return new MiningResult(
            candidates,
            [
                .. labels
                    .Index()
                    .Where(label => !bands.ContainsKey(label.Index))
                    .Select(label => new IssueGroup(label.Item, LabelFacts.Of([.. byLabel[label.Item]])))
                    .OrderByDescending(group => group.Facts.Issues)
                    .ThenBy(group => group.Label, StringComparer.Ordinal),
            ],
            rights.Values.Aggregate(default(Proportion), (sum, share) => sum + share),
            new Proportion(decided, heldOut.Count),
            words.Count == 0 ? 0 : words[words.Count / 2],
            remarks
        );
    }

    private List<string> Labels(IReadOnlyList<PastIssue> issues, bool hasBackground, List<string> remarks)
    {
        var counts = issues.Where(issue => issue.Label is not null).CountBy(issue => issue.Label!, StringComparer.Ordinal).ToList();
        var labels = counts
            .Where(count => count.Value >= options.MinIssues)
            .Select(count => count.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (labels.Count == 0 && given is not null)
        {
            throw new HistoryException(
                $"No {options.MinIssues} issues or more say something alike, so nothing can be learned. "
                    + $"There are {issues.Count} that no rule decides; more are needed."
            );
        }

        if (labels.Count == 0)
            throw new HistoryException(
                $"No label stands on {options.MinIssues} issues or more, so nothing can be learned. Is --labels "
                    + $"the right column? Without --labels, issues are grouped by what they say."
            );
        if (labels.Count == 1 && !hasBackground)
            throw new HistoryException(
                $"All issues have the label '{labels[0]}', so there is nothing to tell it from. Add issues of "
                    + $"other kinds, or texts of other things with --background."
            );
        if (issues.Where(issue => issue.Label is not null).Select(issue => Key(issue.Text)).Distinct().Take(2).Count() == 1)
            throw new HistoryException("All texts are the same, so nothing tells one label from another.");
        if (counts.Count > labels.Count)
            remarks.Add(
                $"{counts.Count - labels.Count} of {counts.Count} labels stand on fewer than {options.MinIssues} "
                    + $"issues and were left out."
            );
        return labels;
    }

    // Texts that are the same, but for capitals and marks, are one: in one part only.
    private (List<Sample> Learned, List<Sample> HeldOut) Split(IReadOnlyList<PastIssue> issues, List<string> labels)
    {
        var places = labels
            .Select((label, place) => (label, place))
            .ToDictionary(entry => entry.label, entry => entry.place, StringComparer.Ordinal);
        var seen = new HashSet<(ulong, int)>();
        var (learned, heldOut) = (new List<Sample>(), new List<Sample>());
        for (var place = 0; place < issues.Count; place++)
        {
            if (issues[place].Label is not { } label || !places.TryGetValue(label, out var number))
                continue;
            var key = Key(issues[place].Text);
            if (seen.Add((key, number)))
                (key % 1000 < options.HeldOut * 1000 ? heldOut : learned).Add(new Sample(issues[place].Text, number, place));
        }

        // By chance, so that folds are alike; by the seed, so that it can be done again.
        new Random(options.Seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(learned));
        return (learned, heldOut);
    }

    // FNV-1a, well mixed at the end.
    private static ulong Key(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in EnglishWords.Of(text))
        {
            foreach (var letter in word.Folded)
                hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ ' ') * 1099511628211UL;
        }

        return (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL >> 16;
    }

    private Rulebook? Load(IReadOnlyList<RuleFile> files)
    {
        if (files.Count == 0)
            return null;
        var result = Rulebook.TryBuild(new RuleFileSet(files), new RulebookOptions(), new RulebookPurpose { OnTrial = true }, timeProvider);
        return result.Rulebook
            ?? throw new InvalidOperationException(
                $"Mined rules do not load: "
                    + $"{result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}"
            );
    }

    private static JObject Evidence(CandidateRule candidate, bool isGrouped) =>
        new()
        {
            ["label"] = candidate.Label,
            ["issues"] = candidate.Facts.Issues,
            ["decides"] = candidate.Decides,
            ["heldOut"] = Text(candidate.HeldOut, isGrouped),
            ["monthly"] = candidate.Facts.Monthly is { } monthly ? Math.Round(monthly, 1) : null,
            ["trend"] = candidate.Facts.Trend is { } trend ? Math.Round(trend, 2) : null,
            ["minutes"] = candidate.Facts.Minutes is { } minutes ? Math.Round(minutes * candidate.Decides) : null,
            ["sameAnswer"] = candidate.Facts.AnswerShare is { } answer ? Math.Round(answer, 2) : null,
            ["sameTeam"] = candidate.Facts.TeamShare is { } team ? Math.Round(team, 2) : null,
        };

    private static string Text(Proportion heldOut, bool isGrouped) =>
        (heldOut.Of, isGrouped) switch
        {
            (0, true) => "no held-out issue with a label",
            (0, false) => "no held-out issue",
            _ => $"{heldOut.Hits} of {heldOut.Of} right (95 % interval {heldOut.Lower:0.00} to {heldOut.Upper:0.00})",
        };
}
