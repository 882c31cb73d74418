using System.Collections.ObjectModel;
using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>A test inside a rule.</summary>
internal sealed record RuleTest
{
    /// <summary>The issue as described by the test. Its id is the rule's id and the test's number.</summary>
    public required Issue Issue { get; init; }

    public IReadOnlyDictionary<string, string> Facts { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether the rule must match.</summary>
    public required bool Match { get; init; }

    /// <summary>What the whole rulebook must decide, by this rule; null where the test does not say.</summary>
    public Outcome? Outcome { get; init; }

    public required SourceLocation Location { get; init; }
}
