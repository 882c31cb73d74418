using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>Where a case stands, in short. Holds no personal data.</summary>
public sealed record CaseSummary
{
    /// <summary>The case.</summary>
    public required CaseReference Case { get; init; }

    /// <summary>What it waits for.</summary>
    public required CaseStage Stage { get; init; }

    /// <summary>Who has to move next.</summary>
    public required CaseOwner Owner { get; init; }

    /// <summary>The team that has it; null where none is known, or none has it.</summary>
    public string? Team { get; init; }

    /// <summary>Since when it has been so; null where that is not known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it is to be taken up again; null where nothing is waited for.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What <see cref="Due"/> is for, a short word such as <c>answer</c> or <c>approval</c>; null where there is none.</summary>
    public string? DueFor { get; init; }

    /// <summary>Whether that time has passed.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>How the last decision ended; where it has not, what was decided; null where nothing was.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Why it was decided so; null where nothing was decided, or that cannot be read.</summary>
    public ResolutionReason? Reason { get; init; }

    /// <summary>The rule that decided; null where none did.</summary>
    public string? Rule { get; init; }

    /// <summary>How many turns came after the issue.</summary>
    public int Turns { get; init; }
}
