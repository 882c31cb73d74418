namespace AutoResolve.Insights.Mining;

/// <summary>Issues that have a label, or that say alike.</summary>
/// <param name="Label">The label, or the words that most of them say.</param>
/// <param name="Facts">What is known of them.</param>
public sealed record IssueGroup(string Label, LabelFacts Facts);
