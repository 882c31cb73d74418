using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Health;

/// <summary>Counts, issue by issue, what rules match, win and cost.</summary>
internal sealed class HealthTally(Rulebook rulebook)
{
    private const int MaxOverlaps = 20;
    private static readonly EvaluationContext Context = new() { Today = DateOnly.MinValue };
    private readonly Dictionary<string, int> _matches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wins = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _maskings = [];
    private readonly Dictionary<(string, string), int> _overlaps = [];
    private readonly Dictionary<(string, string), int> _oneWords = [];
    private readonly Dictionary<string, int> _evaluated = new(StringComparer.Ordinal);
    private readonly List<RuleReference> _found = [];
    private readonly HashSet<string> _also =
    [
        .. rulebook.Rules.Where(rule => rulebook.Find(rule.Id) is { IsAlso: true }).Select(rule => rule.Id),
    ];
    private int _issues;

    public void Add(PastIssue issue)
    {
        _issues++;
        var delivered = issue.ToIssue();
        Add(delivered, rulebook.Evaluate(delivered, Context));
        _found.Clear();
        rulebook.FindEvaluated(delivered, _found);
        foreach (var rule in _found)
            Increase(_evaluated, rule.Id);
    }

    public HealthReport Report()
    {
        return new HealthReport(
            _issues,
            _issues == 0 ? 0 : (double)_evaluated.Values.Sum(count => (long)count) / _issues,
            [
                .. rulebook
                    .Rules.Where(rule => rule.Status != RuleStatus.Retired)
                    .Select(rule => Of(rule, _evaluated.GetValueOrDefault(rule.Id))),
            ],
            [
                .. _overlaps
                    .OrderByDescending(pair => pair.Value)
                    .ThenBy(pair => pair.Key)
                    .Take(MaxOverlaps)
                    .Select(pair => new RuleOverlap(pair.Key.Item1, pair.Key.Item2, pair.Value)),
            ]
        );
    }

    private void Add(Issue issue, Evaluation evaluation)
    {
        var holding = evaluation.Matches.Where(match => match.IsCertain && !_also.Contains(match.Rule.Id)).ToList();
        if (holding.Count == 0)
            return;
        var winner = evaluation.Decide().Resolution.Rule?.Id;
        for (var first = 0; first < holding.Count; first++)
        {
            var id = holding[first].Rule.Id;
            Increase(_matches, id);
            if (id == winner)
            {
                Increase(_wins, id);
                if (
                    holding[first].Evidence is [{ Source: "text" } evidence]
                    && TextAsSeen.WordsOf(evidence, issue) is { } words
                    && !words.Any(char.IsWhiteSpace)
                )
                {
                    Increase(_oneWords, (id, words.ToLowerInvariant()));
                }
            }
            else if (winner is not null)
            {
                Increase(_maskings, (id, winner));
            }

            for (var second = first + 1; second < holding.Count; second++)
            {
                var other = holding[second].Rule.Id;
                Increase(_overlaps, string.CompareOrdinal(id, other) < 0 ? (id, other) : (other, id));
            }
        }
    }

    private RuleHealth Of(RuleReference rule, int evaluated)
    {
        var masking = _maskings
            .Where(pair => pair.Key.Item1 == rule.Id)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .FirstOrDefault();
        var word = _oneWords
            .Where(pair => pair.Key.Item1 == rule.Id)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .FirstOrDefault();
        return new RuleHealth(
            rule,
            evaluated,
            _matches.GetValueOrDefault(rule.Id),
            _wins.GetValueOrDefault(rule.Id),
            masking.Key.Item2,
            masking.Value,
            word.Key.Item2,
            word.Value
        );
    }

    private static void Increase<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
