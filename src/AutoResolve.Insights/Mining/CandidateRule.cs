using System.Text;
using AutoResolve.Insights.Measuring;
using AutoResolve.Rules;

namespace AutoResolve.Insights.Mining;

/// <summary>A proposed rule file for one label, with what speaks for it. Its rules are drafts, which do nothing.</summary>
public sealed record CandidateRule
{
    /// <summary>The label.</summary>
    public required string Label { get; init; }

    /// <summary>The label as a part of ids.</summary>
    public required string Name { get; init; }

    /// <summary>A name for the file, such as <c>letters-missing.json</c>.</summary>
    public string FileName => File.Path;

    /// <summary>The file, in the rule format.</summary>
    public string Json => Encoding.UTF8.GetString(File.Content.Span);

    /// <summary>What is known of the issues of the label.</summary>
    public required LabelFacts Facts { get; init; }

    /// <summary>How many rules it has.</summary>
    public required int Rules { get; init; }

    /// <summary>Alternatives of all its rules.</summary>
    public required int Conditions { get; init; }

    /// <summary>How many of the issues it decides, by the ordinary matcher.</summary>
    public required int Decides { get; init; }

    /// <summary>How often it is right on issues that had no part in making it.</summary>
    public required Proportion HeldOut { get; init; }

    /// <summary>Handling minutes that it would have saved; the number of issues where minutes are not known.</summary>
    public double Savings => Decides * (Facts.Minutes ?? 1);

    internal RuleFile File { get; init; } = new("", default);
}
