using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Rules;

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

    public IReadOnlyList<string> Examples =>
        ["autoresolve lint", "autoresolve lint --rules rules --fail-on warning", "autoresolve lint --json | jq '.diagnostics[].code'"];

    public Command Create()
    {
        var command = new Command("lint", "Checks the rules and prints every problem as path:line:column code message.") { _failOn, _json };
        _rulebook.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var source = _rulebook.Read(parsed);
        var result = RulebookLoader.TryLoad(source, terminal);
        if (parsed.GetValue(_json))
        {
            JsonOutput.WriteDocument(DiagnosticJson.Report(result.Diagnostics, source.Folder), terminal.Out);
        }
        else
        {
            DiagnosticText.Write(result.Diagnostics, source.Folder, terminal.Out);
            DiagnosticText.WriteSummary(result.Diagnostics, result.FileCount, terminal.Out);
        }

        var failOn = _failOn.Read(parsed);
        var worst = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= failOn).ToList();
        return worst.Count == 0 ? ExitCodes.Ok : RulebookLoader.ExitCode(worst);
    }
}
