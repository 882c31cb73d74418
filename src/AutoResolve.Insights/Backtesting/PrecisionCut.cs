using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Backtesting;

/// <summary>What would be left, were rules of low priority left out.</summary>
/// <param name="Precision">How often what is left is to agree with people, from 0 to 1.</param>
/// <param name="Coverage">How many issues would still be decided; null where no cut reaches that.</param>
/// <param name="MinPriority">The priority from which on rules would stay; null where no cut reaches that.</param>
public sealed record PrecisionCut(double Precision, Proportion? Coverage, int? MinPriority);
