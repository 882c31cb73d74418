using AutoResolve.Index.NearMisses;

namespace AutoResolve.Decisions;

/// <summary>Finds what nearly decided, for who asks why or takes over.</summary>
internal static class NearMissFinder
{
    // Packing a handover costs about what deciding does.
    private const int MaxCandidatesOfHandover = 50;

    public static NearMissResult ForExplanation(DecisionBasis basis) =>
        Find(basis, Explanation.MaxNearMisses, Explanation.MaxCandidates, minTelling: 0, withLeftOut: true);

    public static NearMissResult ForHandover(DecisionBasis basis) =>
        Find(basis, Handover.MaxNearMisses, MaxCandidatesOfHandover, minTelling: 1, withLeftOut: false);

    public static List<NearMiss> Describe(NearMissResult found)
    {
        List<NearMiss> misses = new(found.Misses.Count);
        foreach (var miss in found.Misses)
        {
            var rule = miss.Rule;
            var match = new RuleEvidence
            {
                Rule = rule.Reference,
                Evidence = miss.Evidence,
                Priority = rule.Rule.Priority,
                Row = rule.Rule.Row?.ToString(),
            };
            misses.Add(new NearMiss(match, miss.Failed.Pointer, DecisionWording.Failed(miss.Failed, miss.IsUnwanted)));
        }

        return misses;
    }

    private static NearMissResult Find(DecisionBasis basis, int maxMisses, int maxCandidates, int minTelling, bool withLeftOut)
    {
        var input = basis.Input;
        return basis.Program.Matcher.FindNear(
            input.Text,
            input.Facts,
            new NearMissQuery
            {
                MaxMisses = maxMisses,
                MaxCandidates = maxCandidates,
                Matches = input.Matches.Matches,
                MayAct = rule => EligibilityRules.Judge(rule.Rule, input) == Eligibility.Acts,
                Topic = TopicOf(basis),
                MinTelling = minTelling,
                WithLeftOut = withLeftOut,
            }
        );
    }

    // The first part of the type of the rule that decided or came nearest to it.
    private static string? TopicOf(DecisionBasis basis)
    {
        var first = basis.Winner ?? Array.Find(basis.Field.All, candidate => candidate.IsContender);
        return first?.Reference.Type.Split('/')[0];
    }
}
