using System.Text.Json.Serialization;

namespace AutoResolve.Reading;

/// <summary>What a case waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseStage>))]
public enum CaseStage
{
    /// <summary>A host works on it, or takes it up.</summary>
    UnderWay = 0,

    /// <summary>Turns wait for their case, or for a host.</summary>
    Turns,

    /// <summary>The customer, who was asked.</summary>
    Customer,

    /// <summary>A person's approval of an action.</summary>
    Approval,

    /// <summary>A team, or a person of none.</summary>
    Team,

    /// <summary>Nobody: it is closed.</summary>
    Closed,
}
