namespace AutoResolve.Rules.Linting;

internal sealed class MissingTestsLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var rule in context.LiveRules)
        {
            var matching = rule.Tests.Any(test => test.Match);
            var other = rule.Tests.Any(test => !test.Match);
            if (matching && other)
                continue;
            var missing = (matching, other) switch
            {
                (false, false) =>
                    "has no tests. Add at least one text that it must match (\"match\": true) and one that it must not (\"match\": false)",
                (false, true) => "has no test that it must match. Add a typical text with \"match\": true",
                _ => "has no test that it must not match. Add a text that looks alike and is something else, with \"match\": false",
            };
            yield return rule.Id.Location.Report(LintCodes.MissingTests, DiagnosticSeverity.Warning, $"Rule '{rule.Id.Value}' {missing}.");
        }
    }
}
