using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>Something that can be asked of a person.</summary>
internal sealed record QuestionDefinition
{
    public required Located<string> Name { get; init; }
    public required LocalizedText Say { get; init; }

    /// <summary>What an agent reads; null where it is the same.</summary>
    public LocalizedText? SayToAgent { get; init; }

    /// <summary>What a form calls it.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>The answers that it offers; empty where anything can be answered.</summary>
    public IReadOnlyList<QuestionChoice> Choices { get; init; } = [];

    /// <summary>
    /// The name of the extractor that finds the answer in what people write, or <c>reply </c>: the whole reply is the answer.
    /// </summary>
    public Located<string>? Extract { get; init; }

    /// <summary>The field that takes the answer.</summary>
    public required string Field { get; init; }

    public Condition? AnsweredWhen { get; init; }

    /// <summary>Everything that somebody reads of it.</summary>
    public IEnumerable<LocalizedText> Texts =>
        new[] { Say, SayToAgent, Label }.OfType<LocalizedText>().Concat(Choices.Select(choice => choice.Say));
}

/// <summary>One of the answers that a question offers.</summary>
/// <param name="Value">What the question's field holds where it is chosen.</param>
/// <param name="Say">What the person reads.</param>
internal sealed record QuestionChoice(Located<string> Value, LocalizedText Say);
