namespace AutoResolve.Insights.Mining;

/// <summary>How rules are mined.</summary>
public sealed record MiningOptions
{
    /// <summary>The least precision of what the mined rules decide together, by the lower end of its interval. Default: 0.95.</summary>
    public double Precision { get; init; } = 0.95;

    /// <summary>The share of issues that take no part in induction and judge it. Default: 0.1.</summary>
    public double HeldOut { get; init; } = 0.1;

    /// <summary>Labels with fewer issues are left out. Default: 10.</summary>
    public int MinIssues { get; init; } = 10;

    /// <summary>The least number of issues on which a condition rests. Default: 3.</summary>
    public int MinMatches { get; init; } = 3;

    /// <summary>
    /// The rules that there are: issues that they decide are left out. Null, the default, for none: of cases of a journal, those are left
    /// out that a rule has decided.
    /// </summary>
    public Rulebook? Rulebook { get; init; }

    /// <summary>
    /// Whether issues are grouped by what they say instead of by their labels. That is done in any case where no issue has one, as in a
    /// journal. Default: false.
    /// </summary>
    public bool GroupsByText { get; init; }

    /// <summary>How many such groups; null, the default, for as many as suit the number of issues.</summary>
    public int? Groups { get; init; }

    /// <summary>Texts of other things, which no rule may take. Default: empty.</summary>
    public IReadOnlyList<string> Background { get; init; } = [];

    /// <summary>What the rules name as their source. Default: past issues.</summary>
    public string Source { get; init; } = "Mined from past issues";

    /// <summary>What chance decides, so that the same issues give the same rules. Default: 1.</summary>
    public int Seed { get; init; } = 1;
}
