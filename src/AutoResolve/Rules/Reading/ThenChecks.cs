using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Reading;

/// <summary>Checks that <c>then</c> holds what its outcome needs, and what kind of rule it stands in.</summary>
internal static class ThenChecks
{
    private static readonly string[] KeysOfAlso = ["tags", "note"];

    public static void Check(ObjectReader then, RuleOutcome? outcome, bool guard, bool also, Problems problems)
    {
        if (also)
        {
            CheckAlso(then, guard, problems);
            return;
        }

        if (guard && outcome is not (null or RuleOutcome.Escalate))
        {
            problems.Add(
                then.Find("outcome")!,
                ReadingCodes.GuardOutcome,
                "A rule of a guard set always escalates: write \"outcome\": \"escalate\", or move the rule to a set without \"guard\".");
            return;
        }

        var lacks = outcome switch
        {
            RuleOutcome.Answer when then.Find("answer") is null && then.Find("steps") is null =>
                "The outcome 'answer' needs an answer: add \"answer\": { \"en\": \"…\" }, or \"steps\".",
            RuleOutcome.Fix when then.Find("actions") is null =>
                "The outcome 'fix' needs something to do: add \"actions\": [ { \"do\": \"…\" } ].",
            RuleOutcome.Ask when then.Find("ask") is null =>
                "The outcome 'ask' needs questions: add \"ask\": [\"…\"] with names of the set's 'questions'.",
            _ => null,
        };
        if (lacks is not null)
            problems.Add(then.Find("outcome")!, ReadingCodes.OutcomeLacks, lacks);
    }

    private static void CheckAlso(ObjectReader then, bool guard, Problems problems)
    {
        foreach (var property in then.Node.Properties.Where(property => Shapes.Then.Keys.Contains(property.Key) && !KeysOfAlso.Contains(property.Key)))
        {
            problems.Add(
                property.Location,
                ReadingCodes.AlsoDoesMore,
                $"A rule with \"also\": true only adds tags and a note to what wins: remove '{property.Key}', or remove \"also\".");
        }

        if (guard)
            problems.Add(then.Node, ReadingCodes.GuardOutcome, "A rule of a guard set always escalates, and one with \"also\": true never wins: remove \"also\", or move the rule to a set without \"guard\".");
    }
}
