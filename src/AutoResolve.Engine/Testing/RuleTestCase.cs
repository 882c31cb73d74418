using System.Globalization;
using System.Text;
using AutoResolve.Matching;

namespace AutoResolve.Testing;

/// <summary>One test inside a rule.</summary>
public sealed class RuleTestCase
{
    private const int MaxEvidence = 5;

    private readonly RuleTestRunner _runner;
    private readonly CompiledRule _rule;

    internal RuleTestCase(RuleTestRunner runner, CompiledRule rule, int number)
    {
        (_runner, _rule, Number) = (runner, rule, number);
        Name = string.Create(CultureInfo.InvariantCulture, $"{RuleId} {number}");
    }

    /// <summary>What it is called: the rule's id and the test's number.</summary>
    public string Name { get; }

    /// <summary>The rule.</summary>
    public string RuleId => _rule.Reference.Id;

    /// <summary>The test's number in its rule, from 1.</summary>
    public int Number { get; }

    /// <summary>Runs it, with the matcher and the decision that resolving uses.</summary>
    /// <exception cref="RuleTestException">It fails. The message says what was expected, what happened, and because of which
    /// conditions.</exception>
    public void Run()
    {
        if (_runner.Run(_rule, Number) is { Failure: { } failure } result)
            throw new RuleTestException(Describe(result, failure));
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    private static string Describe(RuleTestResult result, RuleTestFailure failure)
    {
        var issue = result.Issue;
        var text = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"Test {result.Number} of the rule '{result.Rule.Id}' fails ({result.Position}).")
        );
        text.Append(CultureInfo.InvariantCulture, $"\n  text:     {(issue.Title is null ? issue.Text : $"{issue.Title} / {issue.Text}")}");
        text.Append(CultureInfo.InvariantCulture, $"\n  expected: {failure.Expected}\n  got:      {failure.Got}");
        foreach (var blamed in failure.Blame)
        {
            var verdict = blamed.Truth switch
            {
                Truth.True => "holds",
                Truth.False => "does not hold",
                _ => "is not known",
            };
            var words = string.Join(", ", blamed.Evidence.Take(MaxEvidence).Select(evidence => $"\"{evidence}\""));
            var found = words.Length == 0 ? "" : $"; found {words}";
            text.Append(CultureInfo.InvariantCulture, $"\n  {verdict}: {blamed.Description}{found} ({blamed.Pointer})");
        }

        return text.ToString();
    }
}
