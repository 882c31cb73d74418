namespace AutoResolve.Testing;

/// <summary>What came of one test of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Number">The test's number in its rule, from 1.</param>
/// <param name="Issue">The issue that it describes.</param>
/// <param name="Position">Where the test stands in its rule file.</param>
/// <param name="Failure">What went wrong; null where the test passes.</param>
public sealed record RuleTestResult(RuleReference Rule, int Number, Issue Issue, FilePosition Position, RuleTestFailure? Failure)
{
    /// <summary>Whether the test passes.</summary>
    public bool Passed => Failure is null;
}
