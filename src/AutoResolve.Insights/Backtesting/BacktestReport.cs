using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Backtesting;

/// <summary>What a rulebook would have done with past issues.</summary>
/// <param name="Issues">How many issues.</param>
/// <param name="Coverage">How many it would have decided without a person.</param>
/// <param name="Then">Of the issues of a journal, how many were decided without a person at the time.</param>
/// <param name="Agreement">
/// Of the decided ones of which people gave the type, or said how the decision of then turned out, how often they agree: its precision.
/// </param>
/// <param name="Rules">By rule, most issues first.</param>
/// <param name="Misses">Near misses of issues that no rule decided, most first.</param>
/// <param name="Curve">Coverage at a precision, were rules of low priority left out.</param>
public sealed record BacktestReport(
    long Issues,
    Proportion Coverage,
    Proportion Then,
    Proportion Agreement,
    IReadOnlyList<RuleResult> Rules,
    IReadOnlyList<MissGroup> Misses,
    IReadOnlyList<PrecisionCut> Curve
);
