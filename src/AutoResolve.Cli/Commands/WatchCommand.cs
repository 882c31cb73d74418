using System.CommandLine;
using AutoResolve.Cli.Authoring;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Sources;
using AutoResolve.Sources.Watching;
using AutoResolve.Testing;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Lints and tests on every save.</summary>
internal sealed class WatchCommand(Terminal terminal) : ICliCommand
{
    private readonly RulebookArguments _rulebook = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document per line for each check");

    public IReadOnlyList<string> Examples => ["autoresolve watch", "autoresolve watch --rules rules"];

    public Command Create()
    {
        var command = new Command("watch", "Lints and tests the rules now and whenever a file of theirs is saved, until Ctrl-C.") { _json };
        _rulebook.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (source, json) = (_rulebook.Read(parsed), parsed.GetValue(_json));
        using var rules = new RuleFolderWatcher(source, terminal, (files, state) => Check(source, files, state, json, cancellationToken));
        await rules.RunAsync(cancellationToken);
        return ExitCodes.Interrupted;
    }

    private void Check(RulebookSource source, RuleFileSet files, WatchState state, bool json, CancellationToken cancellationToken)
    {
        var result = Rulebook.TryBuild(files, source.Options, source.Terms, terminal.Time);
        var report = result.Rulebook is { } rulebook ? RuleTests.In(rulebook).Run(null, cancellationToken) : null;
        if (json)
        {
            JsonOutput.WriteLine(
                new JObject
                {
                    ["lint"] = DiagnosticJson.Report(result.Diagnostics, source.Folder),
                    ["test"] = report is null ? null : RuleTestJson.Of(report, source.Folder),
                    ["notWatching"] = state.Reason,
                },
                terminal.Out
            );
        }
        else
        {
            Print(source, result, report);
        }

        terminal.Out.Flush();
    }

    private void Print(RulebookSource source, RulebookLoadResult result, RuleTestReport? report)
    {
        terminal.Out.Markup($"[bold]{terminal.Time.GetLocalNow():HH:mm:ss}[/] {Spectre.Console.Markup.Escape(source.Folder)}");
        DiagnosticText.Write(result.Diagnostics, source.Folder, terminal.Out);
        if (report is null)
            terminal.Out.Line("The tests were not run: there are errors.");
        else
            RuleTestText.Write(report, source.Folder, terminal.Out);
        terminal.Out.Line("Waiting for a save; Ctrl-C ends.");
        terminal.Out.Line();
    }
}
