using AutoResolve.Rules;

namespace AutoResolve.Matching;

/// <summary>A rule with every name resolved and every condition compiled.</summary>
internal sealed class CompiledRule
{
    /// <summary>Its place in the rules of the program.</summary>
    public int Ordinal { get; set; }

    public required Rule Rule { get; init; }

    /// <summary>Its name, for those who ask; most rules never match.</summary>
    public RuleReference Reference => field ??= Rule.ToReference();

    public required CompiledCondition When { get; init; }

    /// <summary>What it has beside its condition; most rules have nothing.</summary>
    public RuleParts Parts { private get; init; } = RuleParts.None;

    /// <inheritdoc cref="RuleParts.Facts"/>
    public IReadOnlyList<string> Facts => Parts.Facts;

    /// <inheritdoc cref="RuleParts.TriedWhen"/>
    public IReadOnlyList<CompiledCondition?> TriedWhen => Parts.TriedWhen;

    /// <inheritdoc cref="RuleParts.Ask"/>
    public IReadOnlyList<CompiledQuestion> Ask => Parts.Ask;

    /// <inheritdoc cref="RuleParts.AnsweredWhen"/>
    public IReadOnlyList<CompiledCondition?> AnsweredWhen => Parts.AnsweredWhen;

    /// <inheritdoc cref="RuleParts.DependsOnFacts"/>
    public bool DependsOnFacts => Parts.DependsOnFacts;

    /// <summary>How many keys its scope has; they count as specificity.</summary>
    public int ScopeKeys => Key(Rule.Scope.Channels) + Key(Rule.Scope.Products) + Key(Rule.Scope.Locales) + Key(Rule.Scope.Tenants);

    /// <summary>Whether the issue is one that the rule is for.</summary>
    public bool InScope(MatchInput text) => ScopeTest.Takes(Rule.Scope, text);

    private static int Key(IReadOnlyList<string> values) => values.Count > 0 ? 1 : 0;
}

/// <summary>What a rule has beside its condition.</summary>
/// <param name="Facts">The facts that the condition may need, sorted.</param>
/// <param name="TriedWhen"><c>triedWhen</c> of each step, by the step's place; null where a step has none.</param>
/// <param name="Ask">The questions of <c>ask</c>, in order.</param>
internal sealed record RuleParts(
    IReadOnlyList<string> Facts,
    IReadOnlyList<CompiledCondition?> TriedWhen,
    IReadOnlyList<CompiledQuestion> Ask
)
{
    /// <summary>Nothing.</summary>
    public static readonly RuleParts None = new([], [], []);

    /// <summary><c>answeredWhen</c> of each question, by the question's place; null where one has none.</summary>
    public IReadOnlyList<CompiledCondition?> AnsweredWhen { get; } = [.. Ask.Select(question => question.AnsweredWhen)];

    /// <summary>Whether what is known of facts may change the verdict, the evidence, or what is left to do.</summary>
    public bool DependsOnFacts { get; } =
        Facts.Count > 0 || TriedWhen.Concat(Ask.Select(question => question.AnsweredWhen)).Any(condition => condition?.Facts.Any() == true);
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
