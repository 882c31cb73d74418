using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Mining;

/// <summary>What was mined.</summary>
/// <param name="Candidates">Best first, by what they would save.</param>
/// <param name="HeldOut">Precision on issues that had no part in induction.</param>
/// <param name="Coverage">Share of those that are decided.</param>
/// <param name="MedianWords">Median number of words of a condition.</param>
/// <param name="Remarks">What a reader should know.</param>
internal sealed record MiningResult(IReadOnlyList<Candidate> Candidates, Share HeldOut, Share Coverage, double MedianWords, IReadOnlyList<string> Remarks);
