namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What issues are grouped by.</summary>
/// <param name="Id">Its name in sections and files.</param>
/// <param name="Heading">Its name in words.</param>
/// <param name="Plural">Several of it, in words.</param>
/// <param name="Unknown">What stands for those of which it is not known.</param>
/// <param name="Value">Of which an issue is; null where it is not known.</param>
internal sealed record Dimension(string Id, string Heading, string Plural, string Unknown, Func<FigureKey, string?> Value)
{
    public static readonly Dimension Type = new("types", "Type", "types", FigureKey.UnknownType, key => key.Type == FigureKey.UnknownType ? null : key.Type);
    public static readonly Dimension Topic = new("topics", "Topic", "topics", FigureKey.UnknownType, key => Type.Value(key)?.Split('/')[0]);
    public static readonly Dimension Team = new("teams", "Team", "teams", "No team", key => key.Team);
    public static readonly Dimension Channel = new("channels", "Channel", "channels", "Not said", key => key.Channel);
    public static readonly Dimension Product = new("products", "Product", "products", "Not said", key => key.Product);
    public static readonly Dimension Rule = new("rules", "Rule", "rules", "No rule", key => key.Rule);

    public string NameOf(FigureKey key) => Value(key) ?? Unknown;

    /// <summary>Whether it is known of any of these issues.</summary>
    public bool IsKnownIn(IEnumerable<FigureCell> cells) => cells.Any(cell => Value(cell.Key) is not null);

    /// <summary>Whether a baseline can be compared with these issues by it. Where one of both does not know it, what is missing there has not vanished.</summary>
    public bool CanCompare(ReportInput input) => !((this == Type || this == Topic) && input.TypesAreNamedOtherwise) && input.Baseline is { } baseline && IsKnownIn(baseline.Cells) && (input.Figures.Cells.Count == 0 || IsKnownIn(input.Figures.Cells));
}
