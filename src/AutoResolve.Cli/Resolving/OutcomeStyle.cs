namespace AutoResolve.Cli.Resolving;

/// <summary>How outcomes look.</summary>
internal static class OutcomeStyle
{
    public static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    public static string Colour(Outcome outcome) =>
        outcome switch
        {
            Outcome.Answered or Outcome.Fixed => "green",
            Outcome.Asked => "blue",
            Outcome.Routed => "yellow",
            Outcome.Escalated => "red",
            _ => "grey",
        };
}
