using AutoResolve.Decisions;
using AutoResolve.Matching;

namespace AutoResolve;

/// <summary>One issue as a rulebook reads it: what matches, which facts are needed, and what is decided. Lives as long as the issue is
/// worked on, for it holds the rulebook and the text. Safe for one thread at a time.</summary>
public sealed class Evaluation
{
    private readonly Rulebook _rulebook;
    private readonly DecisionInput _input;
    private IReadOnlyList<string>? _factsNeeded;

    internal Evaluation(Rulebook rulebook, DecisionInput input) => (_rulebook, _input) = (rulebook, input);

    /// <summary>The issue, with the fields that its answers fill.</summary>
    public Issue Issue => _input.Text.Issue;

    /// <summary>The facts without which it cannot be decided, sorted; empty where none is needed. Without them, conditions on facts are
    /// unknown, and their rules cannot win.</summary>
    public IReadOnlyList<string> FactsNeeded => _factsNeeded ??= _rulebook.Decider.FactsNeeded(_input);

    /// <summary>How many rules had to be evaluated; the index excludes the others.</summary>
    public int RulesEvaluated => _input.Matches.Evaluated;

    /// <summary>The rules whose scope and conditions hold, or would hold with facts that are not known, by id; without drafts and retired
    /// rules.</summary>
    public IReadOnlyList<MatchedRule> Matches =>
        [.. _input.Matches.Matches.Select(match => new MatchedRule(match.Rule.Reference, match.Truth == Truth.True, match.Evidence))];

    /// <summary>The same, once facts were looked up.</summary>
    /// <param name="lookups">What was looked up; what failed is unknown.</param>
    /// <returns>An evaluation of its own.</returns>
    public Evaluation With(IReadOnlyList<FactLookup> lookups)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        var facts = new FactValues(lookups.ToDictionary(lookup => lookup.Name, lookup => lookup.Value, StringComparer.Ordinal));
        return new Evaluation(_rulebook, _rulebook.Reader.Settle(_input, facts, lookups));
    }

    /// <summary>Decides. The same rulebook, issue and context give the same decision.</summary>
    public Decision Decide() => _rulebook.Decider.Decide(_input);
}
