using System.Text.Json.Serialization;

namespace AutoResolve.Testing;

/// <summary>What a ticket system was told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TicketCallKind>))]
public enum TicketCallKind
{
    /// <summary>A team gets a case, by <see cref="ITicketSystem.RouteAsync"/>.</summary>
    Route,

    /// <summary>A person gets a case, by <see cref="ITicketSystem.EscalateAsync"/>.</summary>
    Escalate,

    /// <summary>Something is added to an open ticket, by <see cref="ITicketSystem.UpdateAsync"/>.</summary>
    Update,

    /// <summary>A case is filed under words, by <see cref="ITicketSystem.TagAsync"/>.</summary>
    Tag,
}
