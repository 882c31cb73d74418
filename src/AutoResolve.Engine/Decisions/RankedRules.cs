using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>The rules that match for certain, best first, and those that are too close to each other to win.</summary>
internal sealed class RankedRules
{
    private static readonly RankedRules None = new([]);

    private readonly List<RankedMatch> _best = [];

    private RankedRules(RankedMatch[] all)
    {
        All = all;
        var isCut = false;
        foreach (var candidate in all)
        {
            if (!candidate.MayDecide)
                continue;
            Guard ??= candidate.Rule.Guard ? candidate : null;
            isCut |= _best.Count > 0 && !_best[0].IsChallengedBy(candidate);
            if (!isCut)
                _best.Add(candidate);
        }
    }

    public RankedMatch[] All { get; }

    /// <summary>The best guard; null where none holds.</summary>
    public RankedMatch? Guard { get; }

    /// <summary>The rules that may decide and that priority and specificity put first, on a par or too close.</summary>
    public IReadOnlyList<RankedMatch> Best => _best;

    /// <param name="input">What they are ranked for.</param>
    /// <param name="matches">The rules that match it, or a part of it.</param>
    public static RankedRules Of(DecisionInput input, IReadOnlyList<RuleMatch> matches)
    {
        var count = 0;
        foreach (var match in matches)
            count += match.Truth == Truth.True ? 1 : 0;
        if (count == 0)
            return None;
        var all = new RankedMatch[count];
        foreach (var match in matches)
        {
            if (match.Truth == Truth.True)
                all[--count] = new RankedMatch(match, EligibilityRules.Judge(match.Rule.Rule, input));
        }

        Array.Sort(all);
        return new RankedRules(all);
    }
}
