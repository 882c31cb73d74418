using System.Globalization;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Running;
using AutoResolve.Rules;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>Diagnostics as lines that terminals and editors can link.</summary>
internal static class DiagnosticText
{
    public static void Write(IEnumerable<Diagnostic> diagnostics, string folder, Screen screen)
    {
        foreach (var diagnostic in diagnostics)
        {
            var (colour, word) = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => ("red", ""),
                DiagnosticSeverity.Warning => ("yellow", "warning: "),
                _ => ("blue", "remark: "),
            };
            screen.Markup(
                $"{Markup.Escape(Place(diagnostic, folder))} [{colour}]{diagnostic.Code}[/] "
                    + $"{word}{Markup.Escape(SafeText.Line(diagnostic.Message))}"
            );
        }
    }

    public static void WriteSummary(IReadOnlyCollection<Diagnostic> diagnostics, int files, Screen screen)
    {
        int Count(DiagnosticSeverity severity) => diagnostics.Count(diagnostic => diagnostic.Severity == severity);
        var errors = Count(DiagnosticSeverity.Error);
        var warnings = Count(DiagnosticSeverity.Warning);
        var infos = Count(DiagnosticSeverity.Info);
        var text =
            $"{Plural.Of(errors, "error")}, {Plural.Of(warnings, "warning")}, {Plural.Of(infos, "remark")} in {Plural.Of(files, "file")}";
        var colour = (errors, warnings) switch
        {
            (> 0, _) => "red",
            (_, > 0) => "yellow",
            _ => "green",
        };
        screen.Markup($"[{colour}]{text}[/]");
    }

    /// <summary>Where a terminal can jump: <c>path:line:column</c>.</summary>
    public static string Place(string folder, string file, int line, int column) =>
        line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{RulesFolder.Show(folder, file)}:{line}:{column}")
            : RulesFolder.Show(folder, file);

    private static string Place(Diagnostic diagnostic, string folder) => Place(folder, diagnostic.File, diagnostic.Line, diagnostic.Column);
}
