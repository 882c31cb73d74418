using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>What was decided for an issue.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>
    /// A person must look at it; <see cref="Resolution.Handover"/> says what is known. Also what anything unexpected becomes.
    /// </summary>
    Escalated = 0,

    /// <summary>The customer gets an answer.</summary>
    Answered,

    /// <summary>The actions of the rule settle it.</summary>
    Fixed,

    /// <summary>The customer is asked for what is missing.</summary>
    Asked,

    /// <summary>It goes to the team that owns it.</summary>
    Routed,

    /// <summary>Nothing is to be done: praise, an automatic reply.</summary>
    Ignored,

    /// <summary>Whoever has the problem says that it is solved, or that nothing is to be done about it any more.</summary>
    Closed,
}
