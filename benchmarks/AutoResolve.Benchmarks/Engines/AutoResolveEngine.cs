using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks.Engines;

/// <summary>The public way in: <see cref="Rulebook.FindMatches"/>.</summary>
internal sealed class AutoResolveEngine : IEngine
{
    private readonly Rulebook _rulebook;
    private readonly Dictionary<string, int> _numbers;
    private readonly List<RuleReference> _matches = [];

    public AutoResolveEngine(IReadOnlyList<BenchmarkRule> rules)
    {
        _rulebook = Rulebooks.Load(rules);
        _numbers = Rulebooks.Numbers(rules);
    }

    public IEnumerable<int> Found => _matches.Select(match => _numbers[match.Id]);

    public int Find(Issue issue)
    {
        _matches.Clear();
        _rulebook.FindMatches(issue, _matches);
        return _matches.Count;
    }
}
