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
            if (IsApart(candidate, winner) && IsOfMessage(candidate, input) && all?.TrueForAll(other => IsApart(candidate, other)) != false)
                (all ??= []).Add(candidate);
        }

        return all ?? (IReadOnlyList<RankedMatch>)[];
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
        var words = candidate.Match.Evidence.Where(EvidenceWording.IsText).ToList();
        return words.Count > 0 && (input.Newest is not { Turn.Id: var newest } || words.TrueForAll(evidence => evidence.Turn == newest));
    }

    private static bool Overlap(IReadOnlyList<Evidence> one, IReadOnlyList<Evidence> other) =>
        one.Any(left =>
            other.Any(right =>
                left.Source == right.Source
                && left.Turn == right.Turn
                && left.Start < right.Start + right.Length
                && right.Start < left.Start + left.Length
            )
        );
}
