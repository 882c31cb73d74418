using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>How an answer is encoded for its channel.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerFormat>))]
public enum AnswerFormat
{
    /// <summary>Plain text with line feeds.</summary>
    PlainText = 0,

    /// <summary>HTML text: encoded, with line breaks as <c>&lt;br&gt;</c>.</summary>
    Html,

    /// <summary>Markdown: characters with a meaning in Markdown are escaped.</summary>
    Markdown,
}
