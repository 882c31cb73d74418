using System.Globalization;
using AutoResolve.Cli.Running;
using AutoResolve.Testing;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>What no test has seen, as text.</summary>
internal static class CoverageText
{
    public static void Write(RuleTestReport report, Screen screen)
    {
        var uncovered = report.Coverage.Where(condition => !condition.IsComplete).GroupBy(condition => condition.Owner).ToList();
        if (uncovered.Count > 0)
            screen.Line("No test has seen:");
        foreach (var owner in uncovered)
        {
            screen.Markup($"  [bold]{Markup.Escape(owner.Key)}[/]");
            foreach (var condition in owner)
                screen.Line($"    {Missing(condition)}: {SafeText.Line(condition.Description)}  ({condition.Pointer})");
        }

        screen.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Condition coverage {report.CoveragePercent:0.0} % "
                    + $"({report.Coverage.Count(condition => condition.IsComplete)} of "
                    + $"{Plural.Of(report.Coverage.Count, "condition")} seen true and false)"
            )
        );
    }

    private static string Missing(ConditionCoverage condition) =>
        condition switch
        {
            { SeenTrue: false, SeenFalse: false } => "true or false",
            { SeenTrue: false } => "true",
            _ => "false",
        };
}
