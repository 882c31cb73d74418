using AutoResolve.Actions;
using AutoResolve.Insights.History;
using AutoResolve.Insights.Measuring;
using AutoResolve.Insights.Mining;
using AutoResolve.Intake.History;
using AutoResolve.Words;

namespace AutoResolve.Insights.Backtesting;

/// <summary>Counts, issue by issue, what a rulebook would have done.</summary>
/// <param name="rulebook">The rules.</param>
/// <param name="withMisses">Whether near misses are grouped, which costs an explanation each.</param>
internal sealed class BacktestTally(Rulebook rulebook, bool withMisses)
{
    /// <summary>Explaining costs more than deciding; the first so many tell enough.</summary>
    private const int MaxExplained = 20_000;
    private const int MaxGroups = 20;
    private const int MaxTextsOfGroup = 500;
    private static readonly double[] Precisions = [0.95, 0.99];

    private readonly Dictionary<string, (RuleReference Rule, long Decided, Proportion Agreement, Proportion Reopened)> _rules = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<(string Rule, string Failed), (int Issues, List<HashSet<string>> Words)> _misses = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Proportion> _byPriority = [];
    private readonly Dictionary<string, int> _priorities = rulebook
        .Rules.Select(rule => rulebook.Find(rule.Id)!)
        .ToDictionary(rule => rule.Reference.Id, rule => rule.Priority, StringComparer.Ordinal);
    private long _issues;
    private int _explained;
    private Proportion _coverage;
    private Proportion _then;

    public void Add(PastIssue issue)
    {
        _issues++;
        if (issue.WasResolved() is { } wasResolved)
            _then += new Proportion(wasResolved ? 1 : 0, 1);
        var resolution = RuleEvaluation.Resolve(rulebook, issue.ToIssue());
        var decides = resolution is { Outcome: not Outcome.Escalated, Rule: not null };
        _coverage += new Proportion(decides ? 1 : 0, 1);
        if (decides)
            Add(resolution.Rule!, resolution.Tags, issue);
        else if (withMisses && _explained < MaxExplained)
            Explain(issue);
    }

    public BacktestReport Report() =>
        new(
            _issues,
            _coverage,
            _then,
            _rules.Values.Aggregate(default(Proportion), (sum, rule) => sum + rule.Agreement),
            [
                .. _rules
                    .Values.OrderByDescending(rule => rule.Decided)
                    .ThenBy(rule => rule.Rule.Id, StringComparer.Ordinal)
                    .Select(rule => new RuleResult(rule.Rule, rule.Decided, rule.Agreement, rule.Reopened)),
            ],
            Groups(),
            [.. Precisions.Select(CutFor)]
        );

    /// <summary>Whether a rule files an issue as people did: by its type, the last part of it, or a tag.</summary>
    public static bool Agrees(RuleReference rule, IReadOnlyList<string> tags, string label)
    {
        var name = SafeName.Of(label);
        return rule.Type.Equals(label, StringComparison.OrdinalIgnoreCase)
            || rule.Type == name
            || rule.Type.EndsWith($"/{name}", StringComparison.Ordinal)
            || tags.Contains(label, StringComparer.OrdinalIgnoreCase);
    }

    private void Add(RuleReference rule, IReadOnlyList<string> tags, PastIssue issue)
    {
        var (_, decided, agreement, reopened) = _rules.GetValueOrDefault(rule.Id);
        if (Judge(rule, tags, issue) is { } isRight)
        {
            var share = new Proportion(isRight ? 1 : 0, 1);
            agreement += share;
            var priority = _priorities[rule.Id];
            _byPriority[priority] = _byPriority.GetValueOrDefault(priority) + share;
        }

        if (issue.Reopened is { } again)
            reopened += new Proportion(again ? 1 : 0, 1);
        _rules[rule.Id] = (rule, decided + 1, agreement, reopened);
    }

    // Of a case of a journal no person gave the type; but where somebody said how its decision turned out, that speaks for whatever decides
    // the same, and against it.
    private static bool? Judge(RuleReference rule, IReadOnlyList<string> tags, PastIssue issue)
    {
        if (issue.Label is { } label)
            return Agrees(rule, tags, label);
        if (issue.Type is not { } type || issue.Verdicts.Count == 0)
            return null;
        return issue.Verdicts[^1] switch
        {
            FeedbackVerdict.Helpful => rule.Type == type,
            FeedbackVerdict.Wrong when rule.Type == type => false,
            _ => null,
        };
    }

    private void Explain(PastIssue issue)
    {
        _explained++;
        var words = EnglishWords
            .Of(issue.AsText().Text)
            .Select(word => word.Folded)
            .Where(word => word.Length > 2)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var word in words)
            _words[word] = _words.GetValueOrDefault(word) + 1;
        foreach (var miss in RuleEvaluation.Explain(rulebook, issue.ToIssue()).NearMisses)
        {
            var key = (miss.Match.Rule.Id, miss.Failed);
            if (!_misses.TryGetValue(key, out var group))
                group = (0, []);
            if (group.Words.Count < MaxTextsOfGroup)
                group.Words.Add(words);
            _misses[key] = (group.Issues + 1, group.Words);
        }
    }

    private List<MissGroup> Groups() =>
        [
            .. _misses
                .OrderByDescending(group => group.Value.Issues)
                .ThenBy(group => group.Key.Rule, StringComparer.Ordinal)
                .Take(MaxGroups)
                .Select(group =>
                {
                    var (word, saying) = Telling(group.Value.Words);
                    return new MissGroup(group.Key.Rule, group.Key.Failed, group.Value.Issues, word, saying);
                }),
        ];

    // The word by whose share the group differs most from all the undecided issues.
    private (string?, int) Telling(List<HashSet<string>> texts)
    {
        var best = texts
            .SelectMany(words => words)
            .CountBy(word => word, StringComparer.Ordinal)
            .Where(count => count.Value >= 3)
            .Select(count => (count.Key, count.Value, Lift: ((double)count.Value / texts.Count) - ((double)_words[count.Key] / _explained)))
            .Where(entry => entry.Lift > 0.2)
            .OrderByDescending(entry => entry.Lift)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return (best.Key, best.Value);
    }

    // What if rules below a priority did not decide? They would still stand in the way of others.
    private PrecisionCut CutFor(double precision)
    {
        (Proportion?, int?) cut = (null, null);
        var sum = default(Proportion);
        foreach (var (priority, share) in _byPriority.OrderByDescending(entry => entry.Key))
        {
            sum += share;
            if (sum.Value >= precision)
                cut = (new Proportion(sum.Of, _issues), priority);
        }

        return new PrecisionCut(precision, cut.Item1, cut.Item2);
    }
}
