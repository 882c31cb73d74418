using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Cli.Commands;

/// <summary>Checks the rules.</summary>
internal sealed class LintCommand(Terminal terminal) : ICliCommand
{
    private readonly RulebookArguments _rulebook = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    private readonly ChoiceOption<DiagnosticSeverity> _failOn = new(
        "--fail-on",
        "The severity from which findings make the exit code 1: error, warning or info.",
        "SEVERITY",
        DiagnosticSeverity.Error
    );

    private readonly ChoiceOption<DiagnosticSeverity> _severity = new(
        "--severity",
        "The severity from which findings are printed: error, warning or info. All are counted.",
        "SEVERITY",
        DiagnosticSeverity.Info
    );

    private readonly Argument<string?> _path = new("PATH")
    {
        Description = "The rules folder, or a file in it: then only what is found there is printed and counted.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve lint",
            "autoresolve lint rules/sign-in/codes.json --severity warning",
            "autoresolve lint --rules rules --fail-on warning",
            "autoresolve lint --json | jq '.diagnostics[].code'",
        ];

    public Command Create()
    {
        var command = new Command("lint", "Checks the rules and prints every problem as path:line:column code message.")
        {
            _path,
            _failOn,
            _severity,
            _json,
        };
        _rulebook.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetValue(_path);
        var source = _rulebook.Read(parsed, path is null || Directory.Exists(path) ? path : null);
        var result = RulebookLoader.TryLoad(source, terminal);
        IReadOnlyList<Diagnostic> found =
            path is null || Directory.Exists(path) ? result.Diagnostics : Of(path, source.Folder, result.Diagnostics);
        var severity = _severity.Read(parsed);
        var shown = found.Where(diagnostic => diagnostic.Severity >= severity).ToList();
        if (parsed.GetValue(_json))
        {
            JsonOutput.WriteDocument(DiagnosticJson.Report(found, shown, source.Folder), terminal.Out);
        }
        else
        {
            DiagnosticText.Write(shown, source.Folder, terminal.Out);
            DiagnosticText.WriteSummary(found, found == result.Diagnostics ? result.FileCount : 1, terminal.Out);
        }

        var failOn = _failOn.Read(parsed);
        var worst = found.Where(diagnostic => diagnostic.Severity >= failOn).ToList();
        return worst.Count == 0 ? ExitCodes.Ok : RulebookLoader.ExitCode(worst);
    }

    private static List<Diagnostic> Of(string path, string folder, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (!File.Exists(path))
            throw CommandFailure.Environment($"There is no file or folder '{SafeText.Start(path, 60)}'.");
        var name = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path)).Replace('\\', '/');
        return RuleSourceFile.IsRuleFile(name) && !name.StartsWith("..", StringComparison.Ordinal)
            ? [.. diagnostics.Where(diagnostic => diagnostic.File == name || diagnostic.IsReadFailure)]
            : throw CommandFailure.Usage(
                $"'{SafeText.Start(path, 60)}' is no rule file of '{SafeText.Start(folder, 60)}'. Name the rules folder with --rules DIR."
            );
    }
}
