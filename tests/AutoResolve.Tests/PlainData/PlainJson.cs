using System.Text.Json.Serialization;

namespace AutoResolve.Tests.PlainData;

/// <summary>The nouns with code that System.Text.Json generates, as a host without reflection has it.</summary>
[JsonSerializable(typeof(ActionReport))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(AnswerStep))]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(CaseReference))]
[JsonSerializable(typeof(CaseReply))]
[JsonSerializable(typeof(CaseUpdate))]
[JsonSerializable(typeof(Choice))]
[JsonSerializable(typeof(Disposition))]
[JsonSerializable(typeof(Evidence))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(FactLookup))]
[JsonSerializable(typeof(Handover))]
[JsonSerializable(typeof(HandoverSection))]
[JsonSerializable(typeof(Issue))]
[JsonSerializable(typeof(NearMiss))]
[JsonSerializable(typeof(PlannedAction))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Resolution))]
[JsonSerializable(typeof(RuleEvidence))]
[JsonSerializable(typeof(RuleReference))]
[JsonSerializable(typeof(RunnerUp))]
[JsonSerializable(typeof(SkippedRule))]
[JsonSerializable(typeof(OtherProblem))]
[JsonSerializable(typeof(DeniedRule))]
[JsonSerializable(typeof(Suggestion))]
[JsonSerializable(typeof(Turn))]
internal sealed partial class PlainJson : JsonSerializerContext;
