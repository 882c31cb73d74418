namespace AutoResolve.Rules.Model;

/// <summary>One of the answers that a question offers.</summary>
/// <param name="Value">What the question's field holds where it is chosen.</param>
/// <param name="Say">What the person reads.</param>
internal sealed record QuestionChoice(Located<string> Value, LocalizedText Say);
