using AutoResolve.Budgets;
using AutoResolve.Decisions;

namespace AutoResolve;

/// <summary>One issue as a rulebook reads it: what matches, which facts are needed, and what is decided. Lives as long as the issue is
/// worked on, for it holds the rulebook and the text. Safe for one thread at a time.</summary>
public sealed class Evaluation
{
    private readonly Rulebook _rulebook;
    private readonly DecisionInput _input;
    private readonly WorkState _work;
    private IReadOnlyList<string>? _factsNeeded;

    internal Evaluation(Rulebook rulebook, DecisionInput input) =>
        (_rulebook, _input, _work, WorkTaken) = (rulebook, input, input.Work.State, input.Work.Taken);

    /// <summary>The issue, with the fields that its answers fill.</summary>
    public Issue Issue => _input.Text.Issue;

    /// <summary>The language that it is in, see <see cref="Resolution.Language"/>; read when first asked for.</summary>
    public IssueLanguage? Language => _input.Language;

    /// <summary>The facts without which it cannot be decided and that are not known, sorted; empty where none is needed. Without them,
    /// conditions on facts are unknown, and their rules cannot win.</summary>
    public IReadOnlyList<string> FactsNeeded => _factsNeeded ??= _rulebook.Decider.FactsNeeded(_input);

    /// <summary>How many rules had to be evaluated; the index excludes the others.</summary>
    public int RulesEvaluated => _input.Matches.Evaluated;

    /// <summary>How much work the matching took, in the steps of <see cref="EvaluationContext.MaxWork"/>: of the rules or of the guards,
    /// whichever took more. Above that it was not done to its end.</summary>
    public long WorkTaken { get; }

    /// <summary>The rules whose scope and conditions hold, or would hold with facts that are not known, by id; without drafts and retired
    /// rules.</summary>
    public IReadOnlyList<MatchedRule> Matches =>
        [.. _input.Matches.Matches.Select(match => new MatchedRule(match.Rule.Reference, match.Truth == Truth.True, match.Evidence))];

    /// <summary>The same, once facts were looked up: they come to those that are known, which stay as they are.</summary>
    /// <param name="lookups">What was looked up, each fact once; what failed is unknown.</param>
    /// <returns>An evaluation of its own.</returns>
    /// <exception cref="ArgumentException">A fact is there twice, or a lookup or its name is null.</exception>
    public Evaluation With(IReadOnlyList<FactLookup> lookups)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var lookup in lookups)
        {
            if (lookup?.Name is not { } name)
                throw new ArgumentException("A lookup or its name is null.", nameof(lookups));
            if (!values.TryAdd(name, lookup.Value))
                throw new ArgumentException($"The fact '{name}' is there twice.", nameof(lookups));
        }

        var known = _input.Facts;
        _input.Work.State = _work;
        IReadOnlyList<FactLookup> all =
        [
            .. _input.Lookups.Where(lookup => lookup.Value is not null || !values.ContainsKey(lookup.Name)),
            .. lookups.Where(lookup => known[lookup.Name] is null),
        ];
        return new Evaluation(_rulebook, _rulebook.Reader.Settle(_input, known.And(values), all));
    }

    /// <summary>Decides. The same rulebook, issue and context give the same decision.</summary>
    public Decision Decide()
    {
        // Whatever was decided by it before.
        _input.Work.State = _work;
        return _rulebook.Decider.Decide(_input);
    }
}
