using AutoResolve.Cli.Options;
using AutoResolve.Rules;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>The JSON of diagnostics.</summary>
internal static class DiagnosticJson
{
    public static JObject Report(IReadOnlyCollection<Diagnostic> diagnostics, string folder) => Report(diagnostics, diagnostics, folder);

    /// <param name="diagnostics">Those that are counted.</param>
    /// <param name="shown">Those that are listed.</param>
    /// <param name="folder">The rules folder.</param>
    public static JObject Report(IReadOnlyCollection<Diagnostic> diagnostics, IReadOnlyCollection<Diagnostic> shown, string folder) =>
        new()
        {
            ["errors"] = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            ["warnings"] = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning),
            ["remarks"] = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Info),
            ["diagnostics"] = new JArray(shown.Select(diagnostic => Of(diagnostic, folder))),
        };

    private static JObject Of(Diagnostic diagnostic, string folder) =>
        new()
        {
            ["code"] = diagnostic.Code,
            ["severity"] = JsonOutput.Name(diagnostic.Severity),
            ["message"] = diagnostic.Message,
            ["path"] = RulesFolder.Show(folder, diagnostic.File),
            ["line"] = diagnostic.Line,
            ["column"] = diagnostic.Column,
            ["pointer"] = diagnostic.Pointer,
            ["suggestion"] = diagnostic.Suggestion,
        };
}
