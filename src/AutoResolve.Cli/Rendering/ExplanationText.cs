using System.Globalization;
using AutoResolve.Cli.Running;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>Why an issue was decided so, and why not otherwise.</summary>
internal static class ExplanationText
{
    public static void Write(Issue issue, Explanation explanation, ConditionTrace? winner, Screen screen)
    {
        var resolution = explanation.Resolution;
        ResolutionText.WriteHead(resolution, screen);
        screen.Line($"  {SafeText.Line(resolution.Summary)}");
        screen.Line();
        MarkedText.Write(issue, explanation.Winner?.Evidence ?? [], screen);
        WriteLeftOut(issue, explanation.LeftOut, screen);
        if (explanation.Winner is { } match && winner is not null)
        {
            Head(screen, $"Why {match.Rule.Id}", Weight(match));
            TraceText.Write(winner, issue, screen);
        }

        List(screen, "Runners-up", explanation.RunnersUp.Select(runnerUp => (runnerUp.Match, runnerUp.Why)));
        List(screen, "Also", explanation.Also.Select(also => (also, also.Rule.Title)));
        List(screen, "Near misses", explanation.NearMisses.Select(miss => (miss.Match, $"failed: {miss.Failed} ({miss.Pointer})")));
        foreach (var denied in explanation.Denied)
        {
            Head(screen, $"Would hold: {denied.Rule.Id}", "");
            foreach (var one in denied.Evidence)
                screen.Line($"  {SafeText.Line(one.Describe(one.Evidence.TextIn(issue)))}");
        }

        List(screen, "Skipped", explanation.Skipped.Select(skipped => (skipped.Match, skipped.Summary)));
        foreach (var fact in resolution.Facts.Where(fact => fact.Value is not null))
            screen.Line($"  The fact {fact.Name} is {SafeText.Start(fact.Value!, 100)}.");
        foreach (var remark in resolution.Remarks)
            screen.Line($"  {SafeText.Line(remark)}");
        screen.Line();
        screen.Line(
            string.Create(CultureInfo.InvariantCulture, $"{explanation.RulesEvaluated} of {explanation.RulesInRulebook} rules evaluated")
        );
    }

    /// <summary>One rule, whether or not it holds.</summary>
    public static void WriteRule(Issue issue, RuleInspection inspection, Screen screen)
    {
        screen.Line();
        screen.Markup(
            $"[bold]{Markup.Escape(inspection.Rule.Id)}[/] ({Markup.Escape(SafeText.Line(inspection.Rule.Title))}): "
                + $"{Markup.Escape(inspection.Summary)}"
        );
        foreach (var stop in inspection.Stops)
            screen.Markup($"  [red]{screen.Marks.False}[/] {Markup.Escape(stop)}");
        if (inspection.Trace is { } trace)
            TraceText.Write(trace, issue, screen);
    }

    private static void WriteLeftOut(Issue issue, IReadOnlyList<LeftOutText> leftOut, Screen screen)
    {
        if (leftOut.Count == 0)
            return;
        Head(screen, "Not the writer's own words", "");
        foreach (var part in leftOut)
            screen.Line($"  {LeftOutWording.Of(part, issue)}");
    }

    private static void List(Screen screen, string title, IEnumerable<(RuleEvidence Match, string Why)> entries)
    {
        var all = entries.ToList();
        if (all.Count == 0)
            return;
        Head(screen, title, "");
        foreach (var (match, why) in all)
            screen.Markup($"  [bold]{Markup.Escape(match.Rule.Id)}[/]{Weight(match)}: {Markup.Escape(SafeText.Line(why))}");
    }

    private static string Weight(RuleEvidence match) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $" (priority {match.Priority}, specificity {match.Specificity}{(match.Row is { } row ? ", " + SafeText.Line(row) : "")})"
        );

    private static void Head(Screen screen, string title, string detail)
    {
        screen.Line();
        screen.Markup($"[bold]{Markup.Escape(title)}[/]{detail}");
    }
}
