using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>Why a rule whose conditions hold was left out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SkipReason>))]
public enum SkipReason
{
    /// <summary>The issue is not in the rule's scope.</summary>
    Scope = 0,

    /// <summary>The rule is a draft.</summary>
    Draft,

    /// <summary>The rule is in shadow: recorded, without effect.</summary>
    Shadow,

    /// <summary>The rule's first day has not come.</summary>
    NotYet,

    /// <summary>The rule's last day has passed.</summary>
    Expired,

    /// <summary>The rule is rolled out to a share of requesters or issues that this one is not in.</summary>
    Rollout,
}
