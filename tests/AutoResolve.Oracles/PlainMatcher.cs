using AutoResolve.Matching;

namespace AutoResolve.Oracles;

/// <summary>Evaluates every rule whose scope takes the issue. The definition of what a match is: the index is tested against it.</summary>
internal sealed class PlainMatcher(IReadOnlyList<CompiledRule> rules)
{
    public PlainResult Match(MatchInput text, FactValues facts)
    {
        List<PlainMatch> matches = [];
        var evaluated = 0;
        foreach (var rule in rules)
        {
            if (!rule.InScope(text))
                continue;
            evaluated++;
            var truth = rule.When.Evaluate(text.For(rule, facts), facts);
            if (truth != Truth.False)
                matches.Add(new PlainMatch(rule, truth, text, facts));
        }

        return new PlainResult(matches, evaluated);
    }
}
