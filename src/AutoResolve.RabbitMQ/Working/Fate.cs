using AutoResolve.Intake.Messages;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>What becomes of a message.</summary>
internal abstract record Fate
{
    private Fate() { }

    /// <summary>It is done, and acknowledged.</summary>
    public sealed record Done(CaseMessage Message, Disposition Disposition) : Fate;

    /// <summary>It comes back later.</summary>
    public sealed record Again(string Because) : Fate;

    /// <summary>A person gets it.</summary>
    /// <param name="Reason">Why, in a word.</param>
    /// <param name="Because">Why, in a sentence, without anything that a person wrote.</param>
    public sealed record Dead(string Reason, string Because) : Fate;

    /// <summary>A person has got it.</summary>
    /// <param name="Case">The case that a person got.</param>
    /// <param name="Message">The message; null where it cannot be read.</param>
    /// <param name="Disposition">What became of the case.</param>
    /// <param name="Reason">Why, in a word.</param>
    /// <param name="Because">Why, in a sentence, without anything that a person wrote.</param>
    public sealed record Parked(CaseReference Case, CaseMessage? Message, Disposition Disposition, string Reason, string Because) : Fate;

    /// <summary>It is not acknowledged, so that the broker hands it out again: this host ends.</summary>
    public sealed record Left : Fate;
}
