namespace AutoResolve.Actions;

/// <summary>How a version of a rule has turned out.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Version">Its version.</param>
/// <param name="Uses">How many issues it decided.</param>
/// <param name="Helpful">How many verdicts say that it helped.</param>
/// <param name="Reopened">How many say that the issue came back.</param>
/// <param name="Wrong">How many say that it was wrong.</param>
public sealed record TrackRecord(string RuleId, int Version, long Uses, long Helpful, long Reopened, long Wrong)
{
    private const double Z = 1.959963984540054;

    /// <summary>Whether it fell below its threshold, and only suggests from then on.</summary>
    public bool OnlySuggests { get; init; }

    /// <summary>How many verdicts there are.</summary>
    public long Verdicts => Helpful + Reopened + Wrong;

    /// <summary>The lower end of the 95 % interval of the share of verdicts that say it helped, from 0 to 1; 0 without verdicts.</summary>
    /// <remarks>Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    /// 1927.</remarks>
    public double LowerBound
    {
        get
        {
            if (Verdicts == 0)
                return 0;
            double count = Verdicts;
            var share = Helpful / count;
            var centre = share + (Z * Z / (2 * count));
            var margin = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * count))) / count);
            return Math.Max(0, (centre - margin) / (1 + (Z * Z / count)));
        }
    }
}
