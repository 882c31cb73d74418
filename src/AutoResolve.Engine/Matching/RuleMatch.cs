namespace AutoResolve.Matching;

/// <summary>A rule whose condition holds, or may hold once facts are looked up, and what speaks for it.</summary>
internal sealed class RuleMatch
{
    public required CompiledRule Rule { get; init; }

    /// <summary>Its place in the index; -1 where it is in none.</summary>
    public int Place { get; init; } = -1;

    /// <summary><see cref="Truth.True"/> or <see cref="Truth.Unknown"/>.</summary>
    public required Truth Truth { get; init; }

    /// <summary>
    /// Sorted: title, text, fields, facts, expression; the issue's own first, then by turn; by position, then pointer. No duplicates.
    /// </summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>See "Which rule wins" in rules/docs/format.md; the scope's keys are counted in.</summary>
    public required int Specificity { get; init; }

    /// <summary>Of each step whether its <c>triedWhen</c> holds; empty where no step has one.</summary>
    public IReadOnlyList<bool> Tried { get; init; } = [];

    /// <summary>Of each question whether its <c>answeredWhen</c> holds; empty where no question has one.</summary>
    public IReadOnlyList<bool> Answered { get; init; } = [];

    /// <summary>Whether it rests on a word in which a typing error was corrected.</summary>
    public bool IsCorrected
    {
        get
        {
            for (var at = 0; at < Evidence.Count; at++)
            {
                if (Evidence[at].ReadAs is not null)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether the text says that a step was tried.</summary>
    public bool SaysTried(int step) => Tried.Count > 0 && Tried[step];

    /// <summary>Whether the text answers a question.</summary>
    public bool SaysAnswered(int question) => Answered.Count > 0 && Answered[question];

    /// <summary>The match of a rule that is in no index, such as a draft.</summary>
    public static RuleMatch Of(CompiledRule rule, MatchInput text, FactValues facts)
    {
        text = text.For(rule, facts);
        var trace = rule.When.Trace(text, facts);
        return new RuleMatch
        {
            Rule = rule,
            Truth = trace.Truth,
            Evidence = EvidenceCollector.Collect(trace),
            Specificity = trace.Specificity + rule.ScopeKeys,
            Tried = Holding(rule.TriedWhen, text, facts),
            Answered = Holding(rule.AnsweredWhen, text, facts),
        };
    }

    /// <summary>
    /// The same match by what stands in another text about steps and questions: of the whole case, where it matched a turn.
    /// </summary>
    public RuleMatch Within(MatchInput text, FactValues facts) =>
        new()
        {
            Rule = Rule,
            Place = Place,
            Truth = Truth,
            Evidence = Evidence,
            Specificity = Specificity,
            Tried = Holding(Rule.TriedWhen, text, facts),
            Answered = Holding(Rule.AnsweredWhen, text, facts),
        };

    private static bool[] Holding(IReadOnlyList<CompiledCondition?> conditions, MatchInput text, FactValues facts) =>
        conditions.All(condition => condition is null)
            ? []
            : [.. conditions.Select(condition => condition?.Evaluate(text, facts) == Truth.True)];
}

/// <summary>What a matcher found, and what it cost.</summary>
internal readonly record struct MatchResult(IReadOnlyList<RuleMatch> Matches, int Evaluated);
