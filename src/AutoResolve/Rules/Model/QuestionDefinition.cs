namespace AutoResolve.Rules.Model;

/// <summary>Something that can be asked of a person.</summary>
internal sealed record QuestionDefinition
{
    public required Located<string> Name { get; init; }
    public required LocalizedText Say { get; init; }

    /// <summary>The field that takes the answer.</summary>
    public required string Field { get; init; }

    public Condition? AnsweredWhen { get; init; }
}
