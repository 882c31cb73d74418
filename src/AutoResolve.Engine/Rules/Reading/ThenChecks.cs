using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Checks that <c>then</c> holds what its outcome needs, and what kind of rule it stands in.</summary>
internal static class ThenChecks
{
    private static readonly string[] KeysOfAlso = ["tags", "note"];

    public static void Check(ObjectReader reader, Then then, bool guard, bool also, Problems problems)
    {
        if (also)
        {
            CheckAlso(reader, guard, problems);
            return;
        }

        CheckAsk(then, guard, problems);

        if (guard && then.Outcome is not (null or RuleOutcome.Escalate))
        {
            problems.Add(
                reader.Find("outcome")!,
                ReadingCodes.GuardOutcome,
                "A rule of a guard set always escalates: write \"outcome\": \"escalate\", or move the rule to a set without \"guard\"."
            );
            return;
        }

        var lacks = then.Outcome switch
        {
            RuleOutcome.Answer when reader.Find("answer") is null && reader.Find("steps") is null =>
                "The outcome 'answer' needs an answer: add \"answer\": { \"en\": \"…\" }, or \"steps\".",
            RuleOutcome.Fix when reader.Find("actions") is null =>
                "The outcome 'fix' needs something to do: add \"actions\": [ { \"do\": \"…\" } ].",
            RuleOutcome.Ask when reader.Find("ask") is null =>
                "The outcome 'ask' needs questions: add \"ask\": [\"…\"] with names of the set's 'questions'.",
            _ => null,
        };
        if (lacks is not null)
            problems.Add(reader.Find("outcome")!, ReadingCodes.OutcomeLacks, lacks);
    }

    private static void CheckAsk(Then then, bool guard, Problems problems)
    {
        if (then.Outcome == RuleOutcome.Ignore && then.Ask is [var first, ..])
        {
            problems.Add(
                first.Question.Location,
                ReadingCodes.CannotAsk,
                "Nothing is to be done about what is ignored, so nothing can be asked: remove \"ask\", or choose another outcome."
            );
        }

        foreach (var blocking in then.Ask.Where(asked => guard && asked.IsBlocking))
        {
            problems.Add(
                blocking.Question.Location,
                ReadingCodes.CannotAsk,
                $"A guard escalates at once and waits for no answer: remove {JsonQuote.Short(blocking.Question.Value)} from \"ask\", "
                    + "or move the rule to a set without \"guard\"."
            );
        }
    }

    private static void CheckAlso(ObjectReader then, bool guard, Problems problems)
    {
        foreach (
            var property in then.Node.Properties.Where(property =>
                ObjectSchemas.Then.Keys.Contains(property.Key) && !KeysOfAlso.Contains(property.Key)
            )
        )
        {
            problems.Add(
                property.Location,
                ReadingCodes.AlsoDoesMore,
                $"A rule with \"also\": true only adds tags and a note to what wins: remove '{property.Key}', or remove \"also\"."
            );
        }

        if (guard)
            problems.Add(
                then.Node,
                ReadingCodes.GuardOutcome,
                "A rule of a guard set always escalates, and one with \"also\": true never wins: remove \"also\", "
                    + "or move the rule to a set without \"guard\"."
            );
    }
}
