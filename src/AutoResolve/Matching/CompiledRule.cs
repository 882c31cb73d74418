using AutoResolve.Rules.Model;

namespace AutoResolve.Matching;

/// <summary>A rule with every name resolved and every condition compiled.</summary>
internal sealed class CompiledRule
{
    /// <summary>Its place in <see cref="RuleProgram.Rules"/>.</summary>
    public int Ordinal { get; set; }

    public required Rule Rule { get; init; }
    public required RuleReference Reference { get; init; }
    public required CompiledCondition When { get; init; }

    /// <summary>The facts that the condition may need, sorted.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary><c>triedWhen</c> of each step, by the step's place; null where a step has none.</summary>
    public required IReadOnlyList<CompiledCondition?> TriedWhen { get; init; }

    /// <summary>The questions of <c>ask</c>, in order.</summary>
    public required IReadOnlyList<CompiledQuestion> Ask { get; init; }

    /// <summary>Whether the issue is one that the rule is for.</summary>
    public bool InScope(IssueText text) => ScopeTest.Takes(Rule.Scope, text);
}
