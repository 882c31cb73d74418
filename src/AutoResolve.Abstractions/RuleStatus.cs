using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>How far a rule is trusted. In this order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleStatus>))]
public enum RuleStatus
{
    /// <summary>Only tested; never part of a resolution.</summary>
    Draft = 0,

    /// <summary>Matched and recorded, without effect.</summary>
    Shadow,

    /// <summary>Proposed to a person.</summary>
    Suggest,

    /// <summary>Acts.</summary>
    Active,

    /// <summary>No longer used; kept so that its id is never given again.</summary>
    Retired,
}
