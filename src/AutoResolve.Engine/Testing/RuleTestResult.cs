using AutoResolve.Rules;

namespace AutoResolve.Testing;

/// <summary>What came of one test of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Test">The test.</param>
/// <param name="Number">The test's number in its rule, from 1.</param>
/// <param name="Failure">What went wrong; null where the test passes.</param>
internal sealed record RuleTestResult(Rule Rule, RuleTest Test, int Number, RuleTestFailure? Failure)
{
    public bool Passed => Failure is null;
}
