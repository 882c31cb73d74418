using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>How an action ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionStatus>))]
public enum ActionStatus
{
    /// <summary>It did not do what it was for.</summary>
    Failed = 0,

    /// <summary>It did what it was for.</summary>
    Succeeded,

    /// <summary>It cannot tell, or may not decide: a person must look.</summary>
    NeedsPerson,
}
