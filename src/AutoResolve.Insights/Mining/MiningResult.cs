using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Mining;

/// <summary>What was mined.</summary>
/// <param name="Candidates">Best first, by what they would save.</param>
/// <param name="Groups">Labels, or groups of issues that say alike, for which no rule is sure enough; most issues first.</param>
/// <param name="HeldOut">
/// Precision on issues that had no part in induction. Rules for groups of issues that say alike are judged by the labels that people gave;
/// of none where there are no labels.
/// </param>
/// <param name="Coverage">Share of those that are decided.</param>
/// <param name="MedianWords">Median number of words of a condition.</param>
/// <param name="Remarks">What a reader should know.</param>
public sealed record MiningResult(
    IReadOnlyList<CandidateRule> Candidates,
    IReadOnlyList<IssueGroup> Groups,
    Proportion HeldOut,
    Proportion Coverage,
    double MedianWords,
    IReadOnlyList<string> Remarks
)
{
    /// <summary>How many issues were learned from.</summary>
    public int Issues { get; init; }

    /// <summary>How many issues were left out, since rules decide them.</summary>
    public int Decided { get; init; }

    /// <summary>How well groups by what issues say agree with the labels that some have; null where there is nothing to compare.</summary>
    public ClusterQuality? Agreement { get; init; }
}
