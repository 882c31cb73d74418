using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>What happened to a case outside of automation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseEventKind>))]
public enum CaseEventKind
{
    /// <summary>A team has closed it.</summary>
    Closed = 0,

    /// <summary>A team has opened it again.</summary>
    Reopened,

    /// <summary>It went to the team of <see cref="CaseEvent.Team"/>.</summary>
    Reassigned,

    /// <summary>It became part of the case of <see cref="CaseEvent.Into"/>: later turns of it are turns of that one.</summary>
    Merged,

    /// <summary>The message of <see cref="CaseEvent.MessageKey"/> did not reach the customer. A person gets the case.</summary>
    Undelivered,

    /// <summary>A person has written to the customer. Automation says nothing more in the case.</summary>
    PersonReplied,
}
