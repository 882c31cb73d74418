using System.Text.Json.Serialization;

namespace AutoResolve.Sources.Watching;

/// <summary>How changes are found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchStatus>))]
public enum WatchStatus
{
    /// <summary>Nobody looks for them.</summary>
    Off,

    /// <summary>They are told as they happen, and looked for every poll interval besides.</summary>
    Watching,

    /// <summary>They are looked for every poll interval: whoever is watched tells none, as a git revision, or is not to be listened
    /// to.</summary>
    Polling,

    /// <summary>They should be told and are not, or not all of them; they are looked for every poll interval until they are.</summary>
    NotWatching,
}

/// <summary>How changes are found at present.</summary>
/// <param name="Status">How.</param>
/// <param name="Reason">Why they are not told, as a sentence goes on, where the status is <see cref="WatchStatus.NotWatching"/>; else
/// null.</param>
public sealed record WatchState(WatchStatus Status, string? Reason = null);
