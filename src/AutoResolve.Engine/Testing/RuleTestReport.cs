namespace AutoResolve.Testing;

/// <summary>What came of the tests of a rulebook.</summary>
/// <param name="Results">By rule, in the order of the tests.</param>
/// <param name="Coverage">Every condition of the rules tested.</param>
public sealed record RuleTestReport(IReadOnlyList<RuleTestResult> Results, IReadOnlyList<ConditionCoverage> Coverage)
{
    /// <summary>How many tests pass.</summary>
    public int Passed => Results.Count(result => result.Passed);

    /// <summary>How many tests fail.</summary>
    public int Failed => Results.Count - Passed;

    /// <summary>The share of verdicts (each condition true, each condition false) that a test has seen, from 0 to 100.</summary>
    public double CoveragePercent =>
        Coverage.Count == 0
            ? 100
            : 100.0 * Coverage.Sum(condition => (condition.SeenTrue ? 1 : 0) + (condition.SeenFalse ? 1 : 0)) / (2.0 * Coverage.Count);
}
