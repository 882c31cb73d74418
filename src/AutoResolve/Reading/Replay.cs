using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>What deciding again gives, compared with what was decided.</summary>
public sealed record Replay
{
    /// <summary>The entry of the decision.</summary>
    public required JournalEntry Decision { get; init; }

    /// <summary>What became of it.</summary>
    public required ReplayResult Result { get; init; }

    /// <summary>What was decided: outcome, rule, team; null where it could not be decided again.</summary>
    public string? Then { get; init; }

    /// <summary>What the same rulebook, issue, facts and day give now; null where it could not be decided again.</summary>
    public string? Now { get; init; }

    /// <summary>What decided then beside the rules, which is why the two may differ; null where the rules alone did.</summary>
    public ResolutionReason? Beside { get; init; }

    /// <summary>Why it could not be decided again, for staff; null where it could.</summary>
    public string? Problem { get; init; }
}
