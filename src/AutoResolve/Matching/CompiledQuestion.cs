using AutoResolve.Rules.Model;

namespace AutoResolve.Matching;

/// <summary>A question with its compiled <c>answeredWhen</c>, as a rule asks it.</summary>
internal sealed record CompiledQuestion(QuestionDefinition Definition, CompiledCondition? AnsweredWhen, bool IsBlocking);
