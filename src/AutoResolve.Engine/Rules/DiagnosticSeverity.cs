using System.Text.Json.Serialization;

namespace AutoResolve.Rules;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosticSeverity>))]
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Info = 0,

    /// <summary>The rulebook works; a person should look.</summary>
    Warning,

    /// <summary>The rulebook is refused.</summary>
    Error,
}
