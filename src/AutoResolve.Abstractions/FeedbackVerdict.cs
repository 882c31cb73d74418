using System.Text.Json.Serialization;

namespace AutoResolve.Actions;

/// <summary>How a decision turned out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackVerdict>))]
public enum FeedbackVerdict
{
    /// <summary>It helped.</summary>
    Helpful = 0,

    /// <summary>The issue came back.</summary>
    Reopened,

    /// <summary>It was wrong for this issue.</summary>
    Wrong,
}
