using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>Finds what a message speaks of besides what decided.</summary>
internal static class OtherProblems
{
    /// <summary>
    /// The best rule of each topic (the first part of the type) that may decide and holds by words of the same message, none of which any
    /// better rule holds by; best first.
    /// </summary>
    public static IReadOnlyList<RankedMatch> Of(RankedMatch winner, RankedRules field, DecisionInput input)
    {
        List<RankedMatch>? all = null;
        foreach (var candidate in field.All)
        {
            if (candidate == winner || !candidate.MayDecide || candidate.Rule.Guard || candidate.Rule.Then.Outcome == RuleOutcome.Ignore)
                continue;
            if (IsApart(candidate, winner) && IsOfMessage(candidate, input) && IsApart(candidate, all))
                (all ??= []).Add(candidate);
        }

        return all ?? (IReadOnlyList<RankedMatch>)[];
    }

    private static bool IsApart(RankedMatch candidate, List<RankedMatch>? better)
    {
        for (var at = 0; at < better?.Count; at++)
        {
            if (!IsApart(candidate, better[at]))
                return false;
        }

        return true;
    }

    private static bool IsApart(RankedMatch candidate, RankedMatch better) =>
        !TopicOf(candidate).SequenceEqual(TopicOf(better)) && !Overlap(candidate.Match.Evidence, better.Match.Evidence);

    private static ReadOnlySpan<char> TopicOf(RankedMatch candidate)
    {
        var type = candidate.Reference.Type.AsSpan();
        return type.IndexOf('/') is var end and >= 0 ? type[..end] : type;
    }

    // What was said in an earlier turn was dealt with then; a field alone is no message.
    private static bool IsOfMessage(RankedMatch candidate, DecisionInput input)
    {
        var evidence = candidate.Match.Evidence;
        var hasWords = false;
        for (var at = 0; at < evidence.Count; at++)
        {
            if (!EvidenceWording.IsText(evidence[at]))
                continue;
            if (input.Newest is { Turn.Id: var newest } && evidence[at].Turn != newest)
                return false;
            hasWords = true;
        }

        return hasWords;
    }

    private static bool Overlap(IReadOnlyList<Evidence> one, IReadOnlyList<Evidence> other)
    {
        for (var left = 0; left < one.Count; left++)
        {
            for (var right = 0; right < other.Count; right++)
            {
                if (Overlap(one[left], other[right]))
                    return true;
            }
        }

        return false;
    }

    private static bool Overlap(Evidence left, Evidence right) =>
        left.Source == right.Source
        && left.Turn == right.Turn
        && left.Start < right.Start + right.Length
        && right.Start < left.Start + left.Length;
}
