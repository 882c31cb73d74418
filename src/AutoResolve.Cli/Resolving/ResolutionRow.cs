namespace AutoResolve.Cli.Resolving;

/// <summary>A resolution in a line of the table.</summary>
internal sealed record ResolutionRow(string Id, Outcome Outcome, string Rule, string Effect, string Text)
{
    private const int IdLength = 24;
    private const int EffectLength = 48;
    private const int TextLength = 60;

    public static ResolutionRow Of(Issue issue, Resolution resolution, string ellipsis)
    {
        var said = issue.Text.Length > 0 ? TextAsSeen.Of(issue.Text, issue.Format).Text : issue.Title ?? "";
        return new ResolutionRow(
            SafeText.Start(issue.Id, IdLength, ellipsis),
            resolution.Outcome,
            SafeText.Line(resolution.Rule?.Id ?? "-"),
            SafeText.Start(Describe(resolution), EffectLength, ellipsis),
            SafeText.Start(said, TextLength, ellipsis)
        );
    }

    private static string Describe(Resolution resolution)
    {
        if (resolution.Outcome is Outcome.Asked && resolution.Questions is [var question, ..])
            return question.Text;
        if (resolution.Outcome is Outcome.Routed or Outcome.Escalated)
            return Destination(resolution);
        if (resolution.Answer is { } answer)
            return answer.Text.Length > 0 || answer.Steps.Count == 0 ? answer.Text : answer.Steps[0].Text;
        return resolution.Actions.Count > 0 ? string.Join(", ", resolution.Actions.Select(action => action.Handler)) : "";
    }

    private static string Destination(Resolution resolution)
    {
        if (resolution.Team is { } team)
            return $"to {team}";
        return resolution.Reason is ResolutionReason.NoRuleMatched ? "no rule matched" : resolution.Summary;
    }
}
