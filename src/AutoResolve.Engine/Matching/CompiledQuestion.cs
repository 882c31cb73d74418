using AutoResolve.Rules.Model;

namespace AutoResolve.Matching;

/// <summary>A question with its compiled <c>answeredWhen</c>, as a rule asks it.</summary>
internal sealed record CompiledQuestion(QuestionDefinition Definition, CompiledCondition? AnsweredWhen, bool IsBlocking)
{
    /// <summary>The answers that it offers, as people name them.</summary>
    public IReadOnlyList<ChoiceWords> Choices =>
        field ??= [
            .. Definition.Choices.Select(choice => new ChoiceWords(choice.Value.Value, choice.Say.Texts.Select(text => text.Value.Value))),
        ];
}
