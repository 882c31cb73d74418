using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Backtesting;

/// <summary>What a rulebook would have done with past issues.</summary>
/// <param name="Issues">How many issues.</param>
/// <param name="Coverage">How many it would have decided without a person.</param>
/// <param name="Agreement">Of the decided ones with a label, how often people gave the same: its precision.</param>
/// <param name="Rules">By rule, most issues first.</param>
/// <param name="Misses">Near misses of issues that no rule decided, most first.</param>
/// <param name="Curve">Coverage at a precision, were rules of low priority left out; null where no cut reaches it.</param>
internal sealed record BacktestReport(
    long Issues, Share Coverage, Share Agreement, IReadOnlyList<RuleResult> Rules, IReadOnlyList<MissGroup> Misses, IReadOnlyList<(double Precision, Share? Coverage, int? LeastPriority)> Curve);
