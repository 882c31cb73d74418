using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>How the text of an issue or a turn is written. What a rule reads is what a person sees of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextFormat>))]
public enum TextFormat
{
    /// <summary>
    /// Not said. Read as HTML where the text certainly is: where it begins with <c>&lt;!doctype html</c>, <c>&lt;html</c>,
    /// <c>&lt;head</c> or <c>&lt;body</c>, or has a tag of HTML that is closed again, such as <c>&lt;b&gt;…&lt;/b&gt;</c>, or a
    /// <c>&lt;br&gt;</c>, and nothing that looks like a tag but is none, such as <c>&lt;name&gt;</c>. Else plain.
    /// </summary>
    Unknown = 0,

    /// <summary>Every character is meant as it stands.</summary>
    Plain,

    /// <summary>HTML, whole or a fragment.</summary>
    Html,
}
