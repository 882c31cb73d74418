namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What issues are grouped by.</summary>
/// <param name="Id">Its name in sections and files.</param>
/// <param name="Heading">Its name in words.</param>
/// <param name="Plural">Its plural, in words.</param>
/// <param name="Unknown">The name of those for which it is not known.</param>
/// <param name="Value">The value that an issue has; null where it is not known.</param>
internal sealed record Dimension(string Id, string Heading, string Plural, string Unknown, Func<FigureKey, string?> Value)
{
    // What rules do may change how many issues have a team or a tier, but not so much.
    private const double AsOften = 0.5;

    public static readonly Dimension Type = new("types", "Type", "types", FigureKey.UnknownType, key =>
        key.Type == FigureKey.UnknownType ? null : key.Type
    );
    public static readonly Dimension Topic = new("topics", "Topic", "topics", FigureKey.UnknownType, key => Type.Value(key)?.Split('/')[0]);
    public static readonly Dimension Team = new("teams", "Team", "teams", "No team", key => key.Team);
    public static readonly Dimension Channel = new("channels", "Channel", "channels", "Not said", key => key.Channel);
    public static readonly Dimension Product = new("products", "Product", "products", "Not said", key => key.Product);

    public static readonly Dimension Center = new("centers", "Center", "centers", "Not said", key => key.Center);

    /// <summary>All of them, by the names of filters.</summary>
    public static readonly IReadOnlyDictionary<string, Dimension> All = new Dictionary<string, Dimension>(StringComparer.Ordinal)
    {
        ["type"] = Type,
        ["team"] = Team,
        ["channel"] = Channel,
        ["product"] = Product,
        ["center"] = Center,
    };

    public string NameOf(FigureKey key) => Value(key) ?? Unknown;

    /// <summary>Whether it is known of any of these issues.</summary>
    public bool IsKnownIn(IEnumerable<FigureCell> cells) => cells.Any(cell => Value(cell.Key) is not null);

    /// <summary>Whether a baseline can be compared with the issues of a report by it.</summary>
    public bool CanCompare(ReportInput input) => input.Baseline is not null && Obstacle(input) is null;

    /// <summary>Why it cannot be compared, for a reader; null where it can.</summary>
    public string? Obstacle(ReportInput input)
    {
        if (input.Baseline is not { } baseline)
            return null;
        if ((this == Type || this == Topic) && input.TypesAreNamedOtherwise)
            return "Rules name types differently from people, so types are not compared.";
        return NamingObstacle(Plural, baseline.Whole, input.Figures.Whole, key => Value(key) is not null);
    }

    /// <summary>
    /// Why a name cannot be compared, for a reader: it is missing far more often in one of the two, which is not a change in the
    /// issues. Null where it can.
    /// </summary>
    public static string? NamingObstacle(
        string plural,
        IReadOnlyList<FigureCell> before,
        IReadOnlyList<FigureCell> now,
        Func<FigureKey, bool> hasName
    )
    {
        if (before.Count == 0 || now.Count == 0)
            return null;
        var (one, other) = (Named(before, hasName), Named(now, hasName));
        return Math.Max(one, other) == 0 || Math.Min(one, other) < AsOften * Math.Max(one, other)
            ? $"{char.ToUpperInvariant(plural[0])}{plural[1..]} are named for {Cell.Percent(other)} of the issues "
                + $"and for {Cell.Percent(one)} of those in the baseline, so they are not compared."
            : null;
    }

    private static double Named(IReadOnlyList<FigureCell> cells, Func<FigureKey, bool> hasName) =>
        (double)cells.Where(cell => hasName(cell.Key)).Sum(cell => cell.Counts.Issues) / Math.Max(1, cells.Sum(cell => cell.Counts.Issues));
}
