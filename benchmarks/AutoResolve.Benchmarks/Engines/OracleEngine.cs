using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Matching;
using AutoResolve.Oracles;

namespace AutoResolve.Benchmarks.Engines;

/// <summary>Our own definition of a match, which evaluates every rule.</summary>
internal sealed class OracleEngine : IEngine
{
    private const int MaxTextLength = 100_000;

    private readonly PlainMatcher _matcher;
    private readonly Dictionary<string, int> _numbers;
    private IReadOnlyList<PlainMatch> _matches = [];

    public OracleEngine(IReadOnlyList<BenchmarkRule> rules)
    {
        _matcher = new PlainMatcher(Rulebooks.Load(rules).Program.Rules);
        _numbers = Rulebooks.Numbers(rules);
    }

    public IEnumerable<int> Found => _matches.Select(match => _numbers[match.Rule.Reference.Id]);

    public int Find(Issue issue)
    {
        _matches = _matcher.Match(MatchInput.Prepare(issue, "en", MaxTextLength), FactValues.None).Matches;
        return _matches.Count;
    }
}
