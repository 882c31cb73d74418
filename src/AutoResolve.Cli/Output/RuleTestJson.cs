using AutoResolve.Cli.Options;
using AutoResolve.Testing;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>The JSON of a test run.</summary>
internal static class RuleTestJson
{
    public static JObject Of(RuleTestReport report, string folder) =>
        new()
        {
            ["passed"] = report.Passed,
            ["failed"] = report.Failed,
            ["coveragePercent"] = Math.Round(report.CoveragePercent, 1),
            ["tests"] = new JArray(report.Results.Select(result => Of(result, folder))),
            ["uncovered"] = new JArray(report.Coverage.Where(condition => !condition.IsComplete).Select(Of)),
        };

    private static JObject Of(RuleTestResult result, string folder) =>
        new()
        {
            ["rule"] = result.Rule.Id,
            ["test"] = result.Number,
            ["path"] = RulesFolder.Show(folder, result.Position.File),
            ["line"] = result.Position.Line,
            ["passed"] = result.Passed,
            ["failure"] = result.Failure is { } failure ? Of(failure) : null,
        };

    private static JObject Of(RuleTestFailure failure) =>
        new()
        {
            ["expected"] = failure.Expected,
            ["got"] = failure.Got,
            ["conditions"] = new JArray(
                failure.Blame.Select(blamed => new JObject
                {
                    ["pointer"] = blamed.Pointer,
                    ["description"] = blamed.Description,
                    ["truth"] = JsonOutput.Name(blamed.Truth),
                    ["evidence"] = new JArray(blamed.Evidence),
                })
            ),
        };

    private static JObject Of(ConditionCoverage condition) =>
        new()
        {
            ["owner"] = condition.Owner,
            ["pointer"] = condition.Pointer,
            ["description"] = condition.Description,
            ["seenTrue"] = condition.SeenTrue,
            ["seenFalse"] = condition.SeenFalse,
        };
}
