namespace AutoResolve.Testing;

/// <summary>Why a test of a rule fails.</summary>
/// <param name="Expected">What the test wants: <c>the rule matches</c>.</param>
/// <param name="Got">What happened instead.</param>
/// <param name="Blame">The conditions that failed, or that held, against the test's wish; empty where none can be named.</param>
public sealed record RuleTestFailure(string Expected, string Got, IReadOnlyList<BlamedCondition> Blame);
