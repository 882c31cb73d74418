using AutoResolve.Matching;
using AutoResolve.Matching.Indexing.NearMisses;

namespace AutoResolve.Decisions;

/// <summary>Finds what nearly decided, for who asks why or takes over.</summary>
internal static class NearMissFinder
{
    // Has no word in it, so that a condition is described without being looked for.
    private static readonly Issue Nothing = new() { Id = "" };

    public static NearMissResult Find(DecisionBasis basis, int maxMisses, bool withLeftOut)
    {
        var input = basis.Input;
        return basis.Program.Matcher.FindNear(input.Text, input.Facts, new NearMissQuery
        {
            MaxMisses = maxMisses,
            Matches = input.Matches.Matches,
            MayAct = rule => StandingJudge.Judge(rule.Rule, input) == Standing.Acts,
            Topic = TopicOf(basis),
            WithLeftOut = withLeftOut,
        });
    }

    public static List<NearMiss> Describe(NearMissResult found, DecisionInput input)
    {
        if (found.Misses.Count == 0)
            return [];
        var nothing = IssueText.Prepare(Nothing, input.DefaultLocale, 0);
        List<NearMiss> misses = new(found.Misses.Count);
        foreach (var miss in found.Misses)
        {
            var rule = miss.Rule;
            var match = new RuleEvidence { Rule = rule.Reference, Evidence = miss.Evidence, Priority = rule.Rule.Priority };
            var failed = Wording.Failed(miss.Failed.Trace(nothing, FactValues.None), miss.IsUnwanted);
            misses.Add(new NearMiss(match, miss.Failed.Pointer, failed));
        }

        return misses;
    }

    // The first part of the type of the rule that decided or came nearest to it.
    private static string? TopicOf(DecisionBasis basis)
    {
        var first = basis.Winner ?? Array.Find(basis.Field.All, candidate => candidate.IsContender);
        return first?.Reference.Type.Split('/')[0];
    }
}
