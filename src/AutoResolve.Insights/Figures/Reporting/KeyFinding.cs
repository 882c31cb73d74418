namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What a reader should know first, in a sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Section">The section that has its figures; null where they are above it.</param>
internal sealed record KeyFinding(string Text, string? Section = null);
