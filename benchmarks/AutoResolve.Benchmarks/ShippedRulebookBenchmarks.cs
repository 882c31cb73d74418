using AutoResolve.Matching;
using AutoResolve.Rules.Linting;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>The cost of one sample issue under the shipped rulebook. The baseline searches every phrase of every rule as a raw
/// string, which is the least that a hand-written program without an index does; its verdicts are coarser.</summary>
[MemoryDiagnoser]
public class ShippedRulebookBenchmarks
{
    private const int Limit = 100_000;

    private Issue[] _issues = [];
    private IssueText[] _texts = [];
    private string[][] _phrases = [];
    private IRuleMatcher _matcher = null!;

    [GlobalSetup]
    public void Load()
    {
        var rulebook = Rulebook.Load(ShippedRulebook.Folder);
        _issues = [.. ShippedRulebook.SampleIssues()];
        _texts = [.. _issues.Select(issue => IssueText.Prepare(issue, "en", Limit))];
        _matcher = rulebook.Program.Matcher;
        _phrases = [.. rulebook.Sets.SelectMany(set => set.Rules).Select(rule =>
            ConditionWalker.ConditionsOf(rule).SelectMany(ConditionWalker.PhrasesOf).Select(phrase => phrase.Value).ToArray())];
    }

    [Benchmark(Baseline = true)]
    public int SearchEveryPhrase()
    {
        var hits = 0;
        foreach (var issue in _issues)
        {
            foreach (var rule in _phrases)
                hits += rule.Any(phrase => issue.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
        }

        return hits;
    }

    [Benchmark]
    public int Prepare() => _issues.Sum(issue => IssueText.Prepare(issue, "en", Limit).Issue.Text.Length);

    [Benchmark]
    public int Match() => _texts.Sum(text => _matcher.Match(text, FactValues.None).Matches.Count);
}
