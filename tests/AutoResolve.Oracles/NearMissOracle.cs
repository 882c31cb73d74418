using AutoResolve.Compiling;
using AutoResolve.Index.NearMisses;
using AutoResolve.Matching;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Fields;
using AutoResolve.Operators.Near;
using AutoResolve.Operators.Phrases;

namespace AutoResolve.Oracles;

/// <summary>Looks at every rule. The definition of what a near miss is, and of what is left out: the index is tested against it.</summary>
internal static class NearMissOracle
{
    /// <summary>Active rules in scope that a condition on the text speaks for and that fail by one condition, by id.</summary>
    public static IReadOnlyList<OracleMiss> Misses(RuleProgram program, MatchInput text, FactValues facts) =>
        [
            .. program
                .Rules.Where(rule => rule.Rule.Status == RuleStatus.Active && rule.InScope(text))
                .Select(rule => Miss(rule, text, facts))
                .OfType<OracleMiss>()
                .Where(miss => miss.Evidence.Any(evidence => evidence.Source is "text" or "title")),
        ];

    /// <summary>Drafts, and rules out of their scope, whose conditions hold, by id.</summary>
    public static IReadOnlyList<string> LeftOut(RuleProgram program, MatchInput text, FactValues facts) =>
        [
            .. program
                .Rules.Where(rule => rule.Rule.Status == RuleStatus.Draft || !rule.InScope(text))
                .Where(rule => rule.When.Evaluate(text, facts) == Truth.True)
                .Select(rule => rule.Reference.Id),
        ];

    /// <summary>The one condition without which the rule would hold, where exactly one failed and another held; else null.</summary>
    /// <remarks>Counted on the top level of the rule: each condition of <c>all </c>, <c>any </c> as one, each condition of <c>none </c>.
    /// </remarks>
    public static OracleMiss? Miss(CompiledRule rule, MatchInput text, FactValues facts)
    {
        var trace = ConditionTracer.Trace(rule, text, facts);
        var required = Required(rule.When, trace, root: true).ToList();
        var failed = required.Where(Fails).ToList();
        var held = required.Where(part => !part.Unwanted && part.Trace.Truth == Truth.True).ToList();
        return trace.Truth == Truth.False && failed.Count == 1 && held.Count > 0
            ? new OracleMiss(
                rule.Reference.Id,
                failed[0].Trace.Pointer,
                held.Count,
                held.Sum(part => Telling(part.Condition, part.Trace)),
                EvidenceCollector.Arrange([.. held.SelectMany(part => EvidenceCollector.Collect(part.Trace))])
            )
            : null;
    }

    // The parts of an "all", with an "all" inside the root opened up once more: the root holds all, any and none side by side.
    private static IEnumerable<Part> Required(CompiledCondition condition, ConditionTrace trace, bool root)
    {
        var inside = trace.Children.Select((child, at) => (Condition: ((CombinedCondition)condition).Children[at], Trace: child));
        if (trace.Negates)
            return inside.Select(child => new Part(child.Condition, child.Trace, Unwanted: true));
        if (trace.RequiresAll)
        {
            return inside.SelectMany(child =>
                root || child.Trace.Negates
                    ? Required(child.Condition, child.Trace, root: false)
                    : [new Part(child.Condition, child.Trace, Unwanted: false)]
            );
        }

        return [new Part(condition, trace, Unwanted: false)];
    }

    // Of "any" the most that one tells, of "all" the sum; of phrases those that were found.
    private static int Telling(CompiledCondition condition, ConditionTrace trace)
    {
        if (trace.Truth != Truth.True || trace.Negates)
            return 0;
        if (condition is CombinedCondition combined)
        {
            var tellings = combined.Children.Select((child, at) => Telling(child, trace.Children[at]));
            return trace.RequiresAll ? tellings.Sum() : tellings.Max();
        }

        var pattern = condition is TextLeaf text ? text.Pattern : ((condition as FieldLeaf)?.Test as PatternValueTest)?.Pattern;
        return pattern switch
        {
            AnyOfPattern any => any
                .Phrases.Where(phrase => trace.Evidence.Any(found => found.Pointer == phrase.Pointer))
                .Max(phrase => phrase.Telling),
            AllOfPattern all => all.Phrases.Sum(phrase => phrase.Telling),
            NearPattern near => near.Phrases.Sum(phrase => phrase.Telling),
            _ => TellingReader.OfLeaf,
        };
    }

    private static bool Fails(Part part) => part.Unwanted ? part.Trace.Truth != Truth.False : part.Trace.Truth == Truth.False;

    private readonly record struct Part(CompiledCondition Condition, ConditionTrace Trace, bool Unwanted);
}
