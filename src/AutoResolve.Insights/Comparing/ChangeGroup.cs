using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Comparing;

/// <summary>Issues that a change of rules affects in the same way.</summary>
/// <param name="Change">How.</param>
/// <param name="Before">The rule before; null where a person got it.</param>
/// <param name="After">The rule after; null where a person gets it.</param>
/// <param name="Issues">How many.</param>
/// <param name="Reopened">Of those whose history says so, how many people had to open again.</param>
/// <param name="Escalated">Of those whose history says so, how many people escalated.</param>
/// <param name="Examples">The first texts, without personal data.</param>
public sealed record ChangeGroup(
    Change Change,
    string? Before,
    string? After,
    int Issues,
    Proportion Reopened,
    Proportion Escalated,
    IReadOnlyList<string> Examples
);
