using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>What an action may do to the world. In this order; a host sets how far it goes without a person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionSafety>))]
public enum ActionSafety
{
    /// <summary>Says something to the customer.</summary>
    Answer = 0,

    /// <summary>Only looks.</summary>
    Read,

    /// <summary>Changes something that can be changed back.</summary>
    Reversible,

    /// <summary>Changes something for good. Never runs without a person's approval.</summary>
    Irreversible,
}
