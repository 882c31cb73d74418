using AutoResolve.Compiling;

namespace AutoResolve.Decisions;

/// <summary>What a decision was made by.</summary>
/// <param name="Program">All rules.</param>
/// <param name="Desk">What the rules say about the teams; null where they say nothing.</param>
/// <param name="Input">Everything besides the rules.</param>
/// <param name="Field">The rules that match, ranked.</param>
/// <param name="Winner">The rule that decided; null where none did.</param>
/// <param name="Told">Reads what people who take over ask for.</param>
internal sealed record DecisionBasis(
    RuleProgram Program,
    SupportDesk? Desk,
    DecisionInput Input,
    RankedRules Field,
    RankedMatch? Winner,
    ToldInWords Told
);
