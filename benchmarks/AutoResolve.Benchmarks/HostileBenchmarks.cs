using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>100,000 hostile characters under the shipped rulebook, against 100,000 ordinary ones.</summary>
public class HostileBenchmarks
{
    private readonly List<RuleReference> _matches = [];
    private Rulebook _rulebook = null!;

    [GlobalSetup]
    public void Load() => _rulebook = ShippedRulebook.Loaded;

    [Benchmark(Baseline = true)]
    public int Ordinary() => Find(HostileTexts.Ordinary);

    [Benchmark]
    public int OneWord() => Find(HostileTexts.OneWord);

    [Benchmark]
    public int StartsOfPhrases() => Find(HostileTexts.StartsOfPhrases);

    [Benchmark]
    public int EveryRuleWord() => Find(HostileTexts.EveryRuleWord);

    [Benchmark]
    public int OneLongWord() => Find(HostileTexts.OneLongWord);

    [Benchmark]
    public int SingleLetters() => Find(HostileTexts.SingleLetters);

    [Benchmark]
    public int Digits() => Find(HostileTexts.Digits);

    [Benchmark]
    public int Accents() => Find(HostileTexts.Accents);

    [Benchmark]
    public int Surrogates() => Find(HostileTexts.Surrogates);

    [Benchmark]
    public int QuotedLines() => Find(HostileTexts.QuotedLines);

    [Benchmark]
    public int Punctuation() => Find(HostileTexts.Punctuation);

    private int Find(string text)
    {
        _matches.Clear();
        _rulebook.FindMatches(new Issue { Id = "hostile", Text = text }, _matches);
        return _matches.Count;
    }
}
