namespace AutoResolve.Insights.Figures;

/// <summary>What a desk wants to reach, as percents of its issues. Null for no goal.</summary>
/// <param name="Held">At least so many are answered or fixed, and it holds.</param>
/// <param name="People">At most so many are with people.</param>
public sealed record FigureGoals(double? Held = null, double? People = null);
