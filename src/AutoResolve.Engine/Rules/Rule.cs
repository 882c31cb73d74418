using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>One rule as read: shape checked, names not yet resolved. See rules/docs/format.md for what each part means.</summary>
internal sealed record Rule
{
    public required Located<string> Id { get; init; }

    /// <summary>The name of the set it stands in.</summary>
    public required string Set { get; init; }

    public int Version { get; init; } = 1;
    public required string Title { get; init; }
    public required string Type { get; init; }
    public required RuleStatus Status { get; init; }
    public int Priority { get; init; }

    /// <summary>By how much its priority must exceed that of every matching rule that would do something else.</summary>
    public int Lead { get; init; }

    /// <summary>True where the set is a guard.</summary>
    public bool Guard { get; init; }

    public bool Also { get; init; }

    /// <summary>The rule's own owner, else its set's.</summary>
    public required string Owner { get; init; }

    public Scope Scope { get; init; } = Scope.Everything;
    public required Condition When { get; init; }
    public required Then Then { get; init; }
    public Cause? Cause { get; init; }
    public string? Source { get; init; }
    public Located<DateOnly>? Reviewed { get; init; }
    public Located<DateOnly>? From { get; init; }
    public Located<DateOnly>? Until { get; init; }
    public Rollout? Rollout { get; init; }
    public OncePer? OncePer { get; init; }

    /// <summary>At or above it, a person is told that the rule may be promoted.</summary>
    public TrackThreshold? Promote { get; init; }

    /// <summary>Below it, an active rule only suggests from then on.</summary>
    public TrackThreshold? Demote { get; init; }
    public IReadOnlyList<Located<string>> Supersedes { get; init; } = [];
    public IReadOnlyList<RuleTest> Tests { get; init; } = [];
    public required SourceLocation Location { get; init; }

    /// <summary>The row of a table that it was made of; null where it is written out.</summary>
    public RowOrigin? Row => Location.Path.Row;

    public RuleReference ToReference() =>
        new()
        {
            Id = Id.Value,
            Version = Version,
            Title = Title,
            Type = Type,
            Owner = Owner,
            Status = Status,
        };
}
