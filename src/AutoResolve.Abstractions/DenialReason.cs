using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>Why words that stand in a text do not count: what their sentence makes of them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DenialReason>))]
public enum DenialReason
{
    /// <summary>It denies them: "I do not have a red light".</summary>
    Denied,

    /// <summary>It says that they were so once: "no longer signed out", "it stopped crashing".</summary>
    Over,

    /// <summary>It says that they are solved: "error 002 is gone", "they fixed the blank page".</summary>
    Solved,

    /// <summary>It only supposes them: "if it were locked", "in case the page is down".</summary>
    Supposed,

    /// <summary>They are part of a phrase that the rule excepts: "dying" in "dying to know".</summary>
    Excepted,
}
