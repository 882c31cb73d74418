using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Matching;
using AutoResolve.Oracles;
using AutoResolve.Rules.Linting;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>One messy text under the shipped rulebook: the sample issues, and real texts where a folder of them is given. Searching every
/// phrase of every rule
/// as a raw string is the least that a hand-written program without an index does; its verdicts are coarser.</summary>
public class ShippedRulebookBenchmarks
{
    private const int Limit = 100_000;

    private readonly List<RuleReference> _matches = [];
    private Rulebook _rulebook = null!;
    private PlainMatcher _everyRule = null!;
    private IssueSequence _issues = null!;
    private string[][] _phrases = [];

    [ParamsSource(nameof(Sources))]
    public string Texts { get; set; } = "";

    public static IEnumerable<string> Sources => MessyTexts.Sources;

    [GlobalSetup]
    public void Load()
    {
        var issues = MessyTexts.Read(Texts);
        _rulebook = ShippedRulebook.Loaded;
        _everyRule = new PlainMatcher([.. _rulebook.Program.Rules.Where(rule => rule.Rule.Status != RuleStatus.Draft)]);
        _issues = new IssueSequence(issues);
        _phrases =
        [
            .. _rulebook
                .Sets.SelectMany(set => set.Rules)
                .Select(rule =>
                    ConditionWalker
                        .ConditionsOf(rule)
                        .SelectMany(condition => condition.PhrasesSought)
                        .Select(phrase => phrase.Value)
                        .ToArray()
                ),
        ];
        foreach (var issue in issues)
            Agree(issue);
    }

    [Benchmark(Baseline = true)]
    public int AutoResolve() => Find(_issues.Next()).Count;

    [Benchmark]
    public int EveryRule() => FindByEveryRule(_issues.Next()).Matches.Count;

    [Benchmark]
    public int SearchEveryPhrase()
    {
        var issue = _issues.Next();
        var hits = 0;
        foreach (var rule in _phrases)
        {
            foreach (var phrase in rule)
                hits += issue.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return hits;
    }

    private List<RuleReference> Find(Issue issue)
    {
        _matches.Clear();
        _rulebook.FindMatches(issue, _matches);
        return _matches;
    }

    private PlainResult FindByEveryRule(Issue issue) => _everyRule.Match(MatchInput.Prepare(issue, "en", Limit), FactValues.None);

    private void Agree(Issue issue)
    {
        var expected = FindByEveryRule(issue)
            .Matches.Where(match => match.Truth == Truth.True)
            .Select(match => match.Rule.Reference.Id)
            .ToHashSet();
        var found = Find(issue).Select(match => match.Id).ToHashSet();
        found.SymmetricExceptWith(expected);
        if (found.Count > 0)
            throw new InvalidOperationException(
                $"The index and evaluating every rule disagree on {string.Join(", ", found)} for the text '{issue.Text}'."
            );
    }
}
