using AutoResolve.Decisions.Templates;

namespace AutoResolve.Decisions;

/// <summary>What a question says, compiled.</summary>
internal sealed class QuestionPlan
{
    public required LocalizedTemplate Say { get; init; }

    /// <summary>What an agent reads; null where it is the same.</summary>
    public LocalizedTemplate? SayToAgent { get; init; }

    public LocalizedTemplate? Label { get; init; }

    public IReadOnlyList<(string Value, LocalizedTemplate Say)> Choices { get; init; } = [];

    /// <summary>The facts that its texts print or test.</summary>
    public IEnumerable<string> Facts =>
        new[] { Say, SayToAgent, Label }
            .OfType<LocalizedTemplate>()
            .Concat(Choices.Select(choice => choice.Say))
            .SelectMany(text => text.Facts);
}
