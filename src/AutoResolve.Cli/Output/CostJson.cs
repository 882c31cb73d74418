using AutoResolve.Insights.Costs;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>What a rulebook costs.</summary>
internal static class CostJson
{
    public static JObject Of(CostReport report) =>
        new()
        {
            ["issues"] = report.Issues,
            ["characters"] = report.Characters,
            ["rules"] = report.Rules,
            ["operations"] = new JArray(report.Operations.Select(Of)),
            ["explained"] = Math.Round(report.Explained, 4),
            ["parts"] = new JArray(report.Parts.Select(Of)),
            ["loop"] = report.Loop is { } loop
                ? new JObject
                {
                    ["rules"] = loop.Rules,
                    ["microseconds"] = Round(loop.Microseconds),
                    ["ownMicroseconds"] = Round(loop.OwnMicroseconds),
                }
                : null,
        };

    private static JObject Of(OperationCost cost) =>
        new()
        {
            ["operation"] = JsonOutput.Name(cost.Operation),
            ["microseconds"] = Round(cost.Microseconds),
            ["bytes"] = Math.Round(cost.Bytes),
            ["firstMicroseconds"] = Round(cost.FirstMicroseconds),
            ["firstCalls"] = cost.FirstCalls,
            ["firstCallsMicroseconds"] = Round(cost.FirstCallsMicroseconds),
            ["firstCallsBytes"] = Math.Round(cost.FirstCallsBytes),
        };

    private static JObject Of(CostPart part) =>
        new()
        {
            ["kind"] = JsonOutput.Name(part.Kind),
            ["list"] = part.List,
            ["rules"] = new JArray(part.Rules),
            ["microseconds"] = Round(part.Microseconds),
            ["share"] = Math.Round(part.Share, 4),
            ["evaluatedPercent"] = Math.Round(part.Evaluated, 2),
            ["resolved"] = part.IsResolved,
        };

    private static double Round(double microseconds) => Math.Round(microseconds, 2);
}
