using AutoResolve.Cli.Resolving;
using AutoResolve.Cli.Running;
using Newtonsoft.Json;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>One resolution in full.</summary>
internal static class ResolutionText
{
    public static void Write(Issue issue, Resolution resolution, RuleEvidence? winner, Screen screen)
    {
        WriteHead(resolution, screen);
        WriteAnswer(resolution.Answer, screen);
        if (resolution.Questions.Count > 0)
            Block(screen, "Questions", resolution.Questions.Select(question => $"{question.Text} ({question.Field})"));
        var others = resolution.OpenQuestions.Where(open => !resolution.Questions.Any(question => question.Id == open.Id)).ToList();
        if (others.Count > 0)
            Block(screen, "Open for the team", others.Select(question => $"{question.Text} ({question.Field})"));
        if (resolution.Actions.Count > 0)
            Block(
                screen,
                "Actions",
                resolution.Actions.Select(action => $"{action.Handler} {JsonConvert.SerializeObject(action.Parameters)}")
            );
        if (resolution.Tried.Count > 0)
            Block(screen, "Already tried", resolution.Tried);
        if (resolution.Suggestions.Count > 0)
            Block(screen, "Suggestions", resolution.Suggestions.Select(Describe));
        if (resolution.Others.Count > 0)
            Block(screen, "Also about", resolution.Others.Select(Describe));
        if (resolution.Handover?.Form is { Count: > 0 } form)
            Block(screen, "Handover", form.SelectMany(section => Lines(section)));
        if (resolution.Tags.Count > 0)
            Block(screen, "Tags", [string.Join(", ", resolution.Tags)]);
        if (resolution.Notes.Count > 0)
            Block(screen, "Notes for staff", resolution.Notes);
        if (resolution.Remarks.Count > 0)
            Block(screen, "Remarks", resolution.Remarks);
        Head(screen, "Why");
        screen.Line($"  {SafeText.Line(resolution.Summary)}");
        MarkedText.Write(issue, winner?.Evidence ?? [], screen);
    }

    /// <summary>The outcome, the rule, and where it goes.</summary>
    public static void WriteHead(Resolution resolution, Screen screen)
    {
        var rule = resolution.Rule is { } reference
            ? $" by [bold]{Markup.Escape(SafeText.Line(reference.Id))}[/] ({Markup.Escape(SafeText.Line(reference.Title))})"
            : "";
        screen.Markup($"[{OutcomeStyle.Colour(resolution.Outcome)}]{OutcomeStyle.Word(resolution.Outcome)}[/]{rule}");
        List<string> places = [];
        if (resolution.Team is { } team)
            places.Add($"team {team}");
        if (resolution.Tier is { } tier)
            places.Add($"tier {tier}");
        if (resolution.Language is { } language)
            places.Add($"language {language.Tag}{(language.IsRead ? " (read from the text)" : "")}");
        if (places.Count > 0)
            screen.Line($"  {SafeText.Line(string.Join(", ", places))}");
    }

    private static void WriteAnswer(Answer? answer, Screen screen)
    {
        if (answer is null)
            return;
        if (answer.Text.Length > 0)
            Block(screen, $"Answer ({answer.Locale})", SafeText.Block(answer.Text).Split('\n'));
        if (answer.Steps.Count > 0)
            Block(screen, "Steps", answer.Steps.Select((step, index) => $"{index + 1}. {SafeText.Line(step.Text)} ({step.Id})"));
    }

    // A text of several lines stands below its heading.
    private static IEnumerable<string> Lines(HandoverSection section) =>
        section.Text.Contains('\n', StringComparison.Ordinal)
            ? section.Text.Split('\n').Select(line => $"  {line}").Prepend($"{section.Title}:")
            : [$"{section.Title}: {section.Text}"];

    private static string Describe(OtherProblem other) =>
        $"{other.Rule.Id} ({other.Rule.Title}): " + (other.Team is { } team ? $"goes to team {team} as well" : "not dealt with");

    private static string Describe(Suggestion suggestion)
    {
        var team = suggestion.Team is { } name ? $" to {name}" : "";
        var answer = suggestion.Answer is { } given ? $": {SafeText.Start(given.Text, 100)}" : "";
        return $"{suggestion.Rule.Id}: {OutcomeStyle.Word(suggestion.Outcome)}{team}{answer}";
    }

    private static void Block(Screen screen, string title, IEnumerable<string> lines)
    {
        Head(screen, title);
        foreach (var line in lines)
            screen.Line($"  {SafeText.Line(line)}");
    }

    private static void Head(Screen screen, string title)
    {
        screen.Line();
        screen.Markup($"[bold]{Markup.Escape(title)}[/]");
    }
}
