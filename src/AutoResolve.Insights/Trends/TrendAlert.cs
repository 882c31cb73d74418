namespace AutoResolve.Insights.Trends;

/// <summary>How often issues of a type came lately, against the time before.</summary>
/// <param name="Type">The type, or the name of a topic.</param>
/// <param name="IsTopic">Whether it is a group of issues that no type or rule covers.</param>
/// <param name="Lately">Issues in the last period.</param>
/// <param name="Expected">How many would have come at the rate of the time before.</param>
/// <param name="MaxADay">The most on one day of the last period.</param>
/// <param name="P">How likely so many, or more, would be by chance, corrected for the number of types looked at.</param>
/// <param name="Priority">Its priority by the desk's table; null without one.</param>
public sealed record TrendAlert(string Type, bool IsTopic, int Lately, double Expected, int MaxADay, double P, string? Priority);
