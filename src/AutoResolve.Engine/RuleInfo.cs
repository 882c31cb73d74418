using AutoResolve.Decisions;
using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>What is known of a rule without its conditions and texts: for lists, figures and tools.</summary>
public sealed record RuleInfo
{
    /// <summary>Its id, version, title, type, owner and status.</summary>
    public required RuleReference Reference { get; init; }

    /// <summary>The rule set it stands in.</summary>
    public required string Set { get; init; }

    /// <summary>The rule file, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>Its line in the file, from 1; of a rule that was made of a row, that of the row.</summary>
    public required int Line { get; init; }

    /// <summary>The row of a table that it was made of, as <c>row 7 of codes</c>; null where it is written out.</summary>
    public string? Row { get; init; }

    /// <summary>Its priority; default: 0.</summary>
    public int Priority { get; init; }

    /// <summary>Whether its set is a guard.</summary>
    public bool IsGuard { get; init; }

    /// <summary>Whether it only adds tags and a note to what wins.</summary>
    public bool IsAlso { get; init; }

    /// <summary>What it asks for; the decision may be another. Null for one that only adds something.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The team it routes to; null where it names none.</summary>
    public string? Team { get; init; }

    /// <summary>The team that gets the issue when all steps were tried; null where it names none.</summary>
    public string? TeamWhenAllTried { get; init; }

    /// <summary>Its actions as the rule has them, before anything is filled in.</summary>
    public IReadOnlyList<PlannedAction> Actions { get; init; } = [];

    /// <summary>The tier, from 0 to 3; null where it names none.</summary>
    public int? Tier { get; init; }

    /// <summary>Why the problem exists; null where it does not say.</summary>
    public RuleCause? Cause { get; init; }

    /// <summary>Its first day; null where it has none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Its last day; null where it has none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>At or above it, a person is told that the rule may be promoted; null where that is never told.</summary>
    public TrackThreshold? Promote { get; init; }

    /// <summary>Below it, the active rule only suggests from then on; null where that never happens.</summary>
    public TrackThreshold? Demote { get; init; }

    internal static RuleInfo Of(Rule rule) =>
        new()
        {
            Reference = rule.ToReference(),
            Set = rule.Set,
            File = rule.Location.File,
            Line = rule.Location.Line,
            Row = rule.Row?.ToString(),
            Priority = rule.Priority,
            IsGuard = rule.Guard,
            IsAlso = rule.Also,
            Outcome = rule.Then.Outcome is { } outcome ? OutcomeOf(outcome) : null,
            Team = rule.Then.Team,
            TeamWhenAllTried = rule.Then.WhenAllTried?.Team,
            Tier = rule.Then.Tier,
            Actions = [.. rule.Then.Actions.Select(action => ActionPlan.Plain(action.Handler.Value, action.With))],
            Cause = rule.Cause is { } cause ? new RuleCause(cause.Kind, cause.Summary, cause.Tracking, cause.Practice?.Value) : null,
            From = rule.From?.Value,
            Until = rule.Until?.Value,
            Promote = rule.Promote,
            Demote = rule.Demote,
        };

    private static Outcome OutcomeOf(RuleOutcome outcome) =>
        outcome switch
        {
            RuleOutcome.Answer => AutoResolve.Outcome.Answered,
            RuleOutcome.Fix => AutoResolve.Outcome.Fixed,
            RuleOutcome.Ask => AutoResolve.Outcome.Asked,
            RuleOutcome.Route => AutoResolve.Outcome.Routed,
            RuleOutcome.Ignore => AutoResolve.Outcome.Ignored,
            _ => AutoResolve.Outcome.Escalated,
        };
}
