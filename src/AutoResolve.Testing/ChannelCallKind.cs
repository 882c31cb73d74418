using System.Text.Json.Serialization;

namespace AutoResolve.Testing;

/// <summary>What a channel was given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelCallKind>))]
public enum ChannelCallKind
{
    /// <summary>An answer, by <see cref="IAnswerChannel.SendAsync"/>.</summary>
    Answer,

    /// <summary>Questions, by <see cref="IAnswerChannel.AskAsync"/>.</summary>
    Questions,
}
