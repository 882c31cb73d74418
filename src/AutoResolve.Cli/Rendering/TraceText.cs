using AutoResolve.Cli.Running;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>A condition tree with its verdicts.</summary>
internal static class TraceText
{
    private const int MaxFound = 3;

    public static void Write(ConditionTrace trace, Issue issue, Screen screen) => Write(trace, issue, screen, "  ");

    private static void Write(ConditionTrace trace, Issue issue, Screen screen, string indent)
    {
        var (mark, colour) = trace.Truth switch
        {
            Truth.True => (screen.Marks.True, "green"),
            Truth.False => (screen.Marks.False, "red"),
            _ => (screen.Marks.Unknown, "yellow"),
        };
        var described = trace.Reached is null ? trace.Description : $"{trace.Description}: {trace.Reached}";
        screen.Markup($"{indent}[{colour}]{mark}[/] {Markup.Escape(SafeText.Line(described))}{Markup.Escape(Found(trace, issue))}");
        foreach (var denied in trace.Denied.Take(MaxFound))
            screen.Line($"{indent}  {SafeText.Line(denied.Describe(denied.Evidence.TextIn(issue)))}");
        foreach (var child in trace.Children)
            Write(child, issue, screen, indent + "  ");
    }

    private static string Found(ConditionTrace trace, Issue issue)
    {
        var found = trace
            .Evidence.Select(evidence => TextAsSeen.WordsOf(evidence, issue))
            .OfType<string>()
            .Select(text => SafeText.Start(text, 40))
            .Distinct()
            .Take(MaxFound)
            .ToList();
        return found.Count == 0 ? "" : $"  <- {string.Join(", ", found.Select(text => $"\"{text}\""))}";
    }
}
