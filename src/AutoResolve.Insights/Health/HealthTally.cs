using AutoResolve.Decisions;
using AutoResolve.Insights.History;
using AutoResolve.Matching;

namespace AutoResolve.Insights.Health;

/// <summary>Counts, issue by issue, what rules match, win and cost.</summary>
internal sealed class HealthTally(Rulebook rulebook)
{
    private const int MaxOverlaps = 20;
    private const string Locale = "en";
    private const int MaxTextLength = 100_000;
    private readonly Dictionary<string, int> _matches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wins = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _maskings = [];
    private readonly Dictionary<(string, string), int> _overlaps = [];
    private readonly Dictionary<(string, string), int> _oneWords = [];
    private readonly int[] _evaluated = new int[rulebook.Program.Matcher.Rules.Count];
    private int _issues;

    public void Add(PastIssue issue)
    {
        var input = rulebook.Reader.Read(issue.ToIssue(), DateOnly.MinValue, FactValues.None, Locale, MaxTextLength);
        _issues++;
        Add(input);
        rulebook.Program.Matcher.CountEvaluated(input.Text.Delivered, Locale, MaxTextLength, _evaluated);
    }

    public HealthReport Report()
    {
        var places = rulebook
            .Program.Matcher.Rules.Index()
            .ToDictionary(entry => entry.Item.Reference.Id, entry => entry.Index, StringComparer.Ordinal);
        return new HealthReport(
            _issues,
            _issues == 0 ? 0 : (double)_evaluated.Sum() / _issues,
            [
                .. rulebook
                    .Rules.Where(rule => rule.Status != RuleStatus.Retired)
                    .Select(rule => Of(rule, places.TryGetValue(rule.Id, out var place) ? _evaluated[place] : 0)),
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

    private void Add(DecisionInput input)
    {
        var holding = input.Matches.Matches.Where(match => match.Truth == Truth.True && !match.Rule.Rule.Also).ToList();
        if (holding.Count == 0)
            return;
        var winner = rulebook.Decider.Decide(input).Resolution.Rule?.Id;
        for (var first = 0; first < holding.Count; first++)
        {
            var id = holding[first].Rule.Reference.Id;
            Increase(_matches, id);
            if (id == winner)
            {
                Increase(_wins, id);
                if (
                    holding[first].Evidence is [{ Source: "text" } evidence]
                    && EvidenceText.Of(evidence, input.Text.Delivered) is { } words
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
                var other = holding[second].Rule.Reference.Id;
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
