using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>What kind of cause a problem has.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CauseKind>))]
public enum CauseKind
{
    /// <summary>Nobody knows yet.</summary>
    Unknown = 0,

    /// <summary>Something on the side of the person who wrote.</summary>
    UserSide,

    /// <summary>A defect that is known.</summary>
    KnownDefect,

    /// <summary>An account or a right that is missing.</summary>
    Provisioning,

    /// <summary>An outage.</summary>
    Outage,

    /// <summary>The person needs to know something.</summary>
    Information,

    /// <summary>Something in a person's life, which no software causes and none can cure: danger, need, a death.</summary>
    Circumstances,
}
