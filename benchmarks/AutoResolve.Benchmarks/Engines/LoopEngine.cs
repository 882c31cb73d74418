using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks.Engines;

/// <summary>What a careful programmer writes by hand: a loop over the rules, searching strings and compiled regular expressions.</summary>
internal sealed class LoopEngine : IEngine
{
    private readonly BenchmarkRule[] _rules;
    private readonly List<int> _found = [];

    public LoopEngine(IReadOnlyList<BenchmarkRule> rules)
    {
        _rules = [.. rules];
        Parallel.ForEach(_rules, rule => rule.When.Compile());
    }

    public IEnumerable<int> Found => _found;

    public int Find(Issue issue)
    {
        _found.Clear();
        for (var number = 0; number < _rules.Length; number++)
        {
            if (_rules[number].Holds(issue))
                _found.Add(number);
        }

        return _found.Count;
    }
}
