using AutoResolve.Rules;

namespace AutoResolve.Matching;

/// <summary>A rule with every name resolved and every condition compiled.</summary>
internal sealed class CompiledRule
{
    /// <summary>Its place in the rules of the program.</summary>
    public int Ordinal { get; set; }

    public required Rule Rule { get; init; }
    public required RuleReference Reference { get; init; }
    public required CompiledCondition When { get; init; }

    /// <summary>The facts that the condition may need, sorted.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary><c>triedWhen</c> of each step, by the step's place; null where a step has none.</summary>
    public required IReadOnlyList<CompiledCondition?> TriedWhen { get; init; }

    /// <summary>The questions of <c>ask</c>, in order.</summary>
    public required IReadOnlyList<CompiledQuestion> Ask { get; init; }

    /// <summary><c>answeredWhen</c> of each question, by the question's place; null where one has none.</summary>
    public IReadOnlyList<CompiledCondition?> AnsweredWhen => field ??= [.. Ask.Select(question => question.AnsweredWhen)];

    /// <summary>Whether what is known of facts may change its verdict, its evidence, or what it has left to do.</summary>
    public required bool DependsOnFacts { get; init; }

    /// <summary>How many keys its scope has; they count as specificity.</summary>
    public int ScopeKeys => Key(Rule.Scope.Channels) + Key(Rule.Scope.Products) + Key(Rule.Scope.Locales) + Key(Rule.Scope.Tenants);

    /// <summary>Whether the issue is one that the rule is for.</summary>
    public bool InScope(MatchInput text) => ScopeTest.Takes(Rule.Scope, text);

    private static int Key(IReadOnlyList<string> values) => values.Count > 0 ? 1 : 0;
}

/// <summary>A question with its compiled <c>answeredWhen</c>, as a rule asks it.</summary>
internal sealed record CompiledQuestion(QuestionDefinition Definition, CompiledCondition? AnsweredWhen, bool IsBlocking)
{
    /// <summary>The answers that it offers, as people name them.</summary>
    public IReadOnlyList<ChoiceWords> Choices =>
        field ??= [
            .. Definition.Choices.Select(choice => new ChoiceWords(choice.Value.Value, choice.Say.Texts.Select(text => text.Value.Value))),
        ];
}
