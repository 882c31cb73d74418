using System.Text.Json.Serialization;

namespace AutoResolve.Actions;

/// <summary>How far the host lets automation go. In this order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperatingMode>))]
public enum OperatingMode
{
    /// <summary>Decisions are made and journaled; each issue goes to a person, without a word about the decision.</summary>
    Shadow = 0,

    /// <summary>Decisions are proposed to a person; no action is carried out.</summary>
    Suggest,

    /// <summary>Actions are carried out, as far as the rules and the safety ceiling allow.</summary>
    Active,
}
