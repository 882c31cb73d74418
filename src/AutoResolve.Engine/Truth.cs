using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>What is known of a condition, in Kleene's three-valued logic.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Truth>))]
public enum Truth
{
    /// <summary>It does not hold.</summary>
    False = 0,

    /// <summary>It depends on a fact that was not looked up or has no value.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    True,
}
