using AutoResolve.Insights.Measuring;
using AutoResolve.Rules;

namespace AutoResolve.Insights.Mining;

/// <summary>A proposed rule file for one label, with what speaks for it.</summary>
internal sealed record Candidate
{
    public required string Label { get; init; }

    /// <summary>The label as a part of ids.</summary>
    public required string Name { get; init; }
    public required RuleFile File { get; init; }
    public required LabelFacts Facts { get; init; }
    public required int Rules { get; init; }

    /// <summary>Alternatives of all its rules.</summary>
    public required int Conditions { get; init; }

    /// <summary>How many issues of the history it decides, by the ordinary matcher.</summary>
    public required int Decides { get; init; }

    /// <summary>How often it is right on issues that had no part in making it.</summary>
    public required Share HeldOut { get; init; }

    /// <summary>Minutes of people that it would save in the time of the history; by number of issues where minutes are not known.</summary>
    public double Savings => Decides * (Facts.Minutes ?? 1);
}
