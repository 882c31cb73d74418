namespace AutoResolve.Scenarios.Worlds;

/// <summary>Something that a host did to the world, or tried to.</summary>
internal sealed class WorldCall
{
    /// <summary>What it was: <c>unlock</c>, <c>answer</c>, <c>escalate</c>.</summary>
    public required string Verb { get; init; }

    public required CaseReference Case { get; init; }
    public required string Key { get; init; }

    /// <summary>The call as stories write it.</summary>
    public required string Line { get; init; }

    /// <summary>What a person was given; null where none was.</summary>
    public Handover? Handover { get; init; }

    public required long Started { get; init; }

    /// <summary>When it ended well; null where it did not.</summary>
    public long? Done { get; set; }

    /// <summary>Whether nothing happened in the world: the channel or the ticket system refused the call.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Whether a person was told.</summary>
    public bool TellsPerson => Verb is World.Escalate or World.Update;

    public override string ToString() => $"{Line} ({Key[..Math.Min(8, Key.Length)]})";
}
