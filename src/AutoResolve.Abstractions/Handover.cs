namespace AutoResolve;

/// <summary>What a person who takes an issue over needs to know, so that nothing is asked or tried twice.</summary>
public sealed record Handover
{
    /// <summary>Why a person gets it, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The team it is for; null where no rule names one.</summary>
    public string? Team { get; init; }

    /// <summary>The form that the team uses, filled in; empty where the rules describe none for it.</summary>
    public IReadOnlyList<HandoverSection> Form { get; init; } = [];

    /// <summary>Rules that matched, best first.</summary>
    public IReadOnlyList<RuleEvidence> Considered { get; init; } = [];

    /// <summary>Rules that failed by one condition.</summary>
    public IReadOnlyList<NearMiss> NearMisses { get; init; } = [];

    /// <summary>Ids of the steps already tried.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Facts that were looked up.</summary>
    public IReadOnlyList<FactLookup> Facts { get; init; } = [];

    /// <summary>Questions whose answers are still missing.</summary>
    public IReadOnlyList<Question> OpenQuestions { get; init; } = [];

    /// <summary>What was already done, or not; empty where nothing was planned.</summary>
    public IReadOnlyList<ActionReport> Actions { get; init; } = [];

    internal static Handover From(Resolution resolution)
    {
        var explanation = resolution.Explanation;
        List<RuleEvidence> considered = explanation.Winner is { } winner ? [winner] : [];
        considered.AddRange(explanation.RunnersUp.Select(runnerUp => runnerUp.Match));
        return new Handover
        {
            Summary = resolution.Summary,
            Team = resolution.Team,
            Form = resolution.Form?.Value ?? [],
            Considered = considered,
            NearMisses = explanation.NearMisses,
            Tried = resolution.Tried,
            Facts = explanation.Facts,
            OpenQuestions = resolution.Questions,
        };
    }
}
