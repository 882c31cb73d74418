using System.Text.Json.Serialization;

namespace AutoResolve.Journaling;

/// <summary>Who has to move next in a case. Exactly one, always. The numbers are stored; they never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseOwner>))]
public enum CaseOwner
{
    /// <summary>A host works on it, or it waits for something that a host does.</summary>
    Automation = 0,

    /// <summary>The customer, who was asked.</summary>
    Customer = 1,

    /// <summary>A team, or a person of none.</summary>
    Team = 2,

    /// <summary>Nobody: it is closed.</summary>
    Nobody = 3,
}
