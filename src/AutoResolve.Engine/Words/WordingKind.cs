using System.Text.Json.Serialization;

namespace AutoResolve.Words;

/// <summary>Why another wording is one with what the author of a rule wrote.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WordingKind>))]
public enum WordingKind
{
    /// <summary>It is what the author wrote.</summary>
    Written,

    /// <summary>Words that are also written as one: "wi-fi" and "wifi", "sign in" and "signin".</summary>
    Joined,

    /// <summary>A word that is also written as two: "homepage" and "home page".</summary>
    Split,

    /// <summary>
    /// A contraction, an abbreviation or another common way to say it: "can't" and "cannot", "error 105" and "error code 105".
    /// </summary>
    Wording,

    /// <summary>A number that is written otherwise: "1,000" and "1000", "5 %" and "5 percent".</summary>
    Number,
}
