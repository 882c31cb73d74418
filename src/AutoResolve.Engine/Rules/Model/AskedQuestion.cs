namespace AutoResolve.Rules.Model;

/// <summary>A question that a rule asks.</summary>
/// <param name="Question">The name of the question.</param>
/// <param name="IsBlocking">Whether the case waits for the answer.</param>
internal sealed record AskedQuestion(Located<string> Question, bool IsBlocking);
