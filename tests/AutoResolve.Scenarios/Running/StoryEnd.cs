using AutoResolve.Journaling;
using AutoResolve.Scenarios.Faults;
using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Running;

/// <summary>What a run left behind.</summary>
internal sealed record StoryEnd
{
    public required Fault? Fault { get; init; }

    /// <summary>Where callers were told something else than the story says.</summary>
    public required IReadOnlyList<string> Misunderstandings { get; init; }

    /// <summary>What went wrong in the run itself.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What was done to the world, in order.</summary>
    public required IReadOnlyList<WorldCall> Calls { get; init; }

    /// <summary>What callers were told, with what.</summary>
    public required IReadOnlyList<Told> Tellings { get; init; }

    /// <summary>The cases that hosts were told of; null where the journal does not know one.</summary>
    public required IReadOnlyDictionary<CaseReference, CaseRecord?> Cases { get; init; }

    public required IReadOnlyList<JournalEntry> Unfinished { get; init; }

    /// <summary>How often hosts wrote to the journal.</summary>
    public required int Writes { get; init; }

    /// <summary>When the fault struck; null where it did not.</summary>
    public required long? Struck { get; init; }

    public required IReadOnlyCollection<FaultPlan.Written> Written { get; init; }

    /// <summary>The effects as stories write them.</summary>
    public IReadOnlyList<string> Effects => [.. Calls.Where(call => !call.IsRefused).Select(call => call.Line)];

    public string OwnerOf(CaseReference reference) =>
        Cases.GetValueOrDefault(reference) switch
        {
            null => "not known to the journal",
            { Owner: CaseOwner.Team, Team: { } team } => $"team {team}",
            { Owner: var owner } => owner.ToString().ToLowerInvariant(),
        };
}
