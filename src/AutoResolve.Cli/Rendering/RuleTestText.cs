using System.Globalization;
using AutoResolve.Cli.Running;
using AutoResolve.Testing;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>A test run as text. Its last line is <c>N passed, N failed</c>.</summary>
internal static class RuleTestText
{
    private const int TextLength = 160;

    public static void Write(RuleTestReport report, string folder, Screen screen)
    {
        foreach (var result in report.Results.Where(result => !result.Passed))
            Write(result, folder, screen);
        CoverageText.Write(report, screen);
        screen.Markup(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[{(report.Failed == 0 ? "green" : "red")}]{report.Passed} passed, {report.Failed} failed[/]"
            )
        );
    }

    private static void Write(RuleTestResult result, string folder, Screen screen)
    {
        var position = result.Position;
        var place = DiagnosticText.Place(folder, position.File, position.Line, position.Column);
        screen.Markup($"[red]FAILED[/] [bold]{Markup.Escape(result.Rule.Id)}[/] test {result.Number} {Markup.Escape(place)}");
        var issue = result.Issue;
        var said = issue.Title is null ? issue.Text : $"{issue.Title} / {issue.Text}";
        screen.Line($"  text:     {SafeText.Start(said, TextLength, screen.Marks.Ellipsis)}");
        screen.Line($"  expected: {SafeText.Line(result.Failure!.Expected)}");
        screen.Line($"  got:      {SafeText.Line(result.Failure.Got)}");
        foreach (var blamed in result.Failure.Blame)
            screen.Line($"  {Mark(blamed.Truth, screen.Marks)} {SafeText.Line(blamed.Description)}{Found(blamed)}  ({blamed.Pointer})");
        screen.Line();
    }

    private static string Mark(Truth truth, Symbols marks) =>
        truth switch
        {
            Truth.True => marks.True + " holds:",
            Truth.False => marks.False + " does not hold:",
            _ => marks.Unknown + " is not known:",
        };

    private static string Found(BlamedCondition blamed) =>
        blamed.Evidence.Count == 0
            ? ""
            : $"; found {string.Join(", ", blamed.Evidence.Take(5).Select(text => $"\"{SafeText.Start(text, 60)}\""))}";
}
