using System.CommandLine;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Testing;

namespace AutoResolve.Cli.Commands;

/// <summary>Runs the tests inside rules.</summary>
internal sealed class TestCommand(Terminal terminal) : ICliCommand
{
    private readonly RulebookArguments _rulebook = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    private readonly Argument<string[]> _ids = new("RULE-ID")
    {
        Description = "Only the tests of these rules. Default: all.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _junit = new("--junit") { Description = "Also write the results as JUnit XML.", HelpName = "FILE" };

    private readonly Option<double?> _minCoverage = new("--min-coverage")
    {
        Description = "Exit code 1 if tests have seen less than this share of the outcomes of conditions.",
        HelpName = "PERCENT",
    };

    public IReadOnlyList<string> Examples =>
        ["autoresolve test", "autoresolve test sign-in.clock-wrong", "autoresolve test --min-coverage 90 --junit artifacts/rules.xml"];

    public Command Create()
    {
        var command = new Command("test", "Runs the tests inside the rules, and says which conditions no test has seen hold, or not hold.")
        {
            _ids,
            _junit,
            _minCoverage,
            _json,
        };
        _rulebook.AddTo(command);
        _minCoverage.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && !(
                    double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
                )
            )
                result.AddError($"'--min-coverage' is a percentage from 0 to 100; found '{text}'.");
        });
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = _rulebook.Read(parsed);
        if (parsed.GetValue(_junit) is { } path)
            OutputGuard.Check("--junit", path, [.. RulesFolder.Files(source.Folder)]);
        var rulebook = RulebookLoader.Load(source, terminal);
        var ids = parsed.GetValue(_ids)!;
        foreach (var id in ids)
            RuleFinder.Require(rulebook, id);
        var report = RuleTests.In(rulebook).Run(ids.Length == 0 ? null : ids, cancellationToken);
        if (parsed.GetValue(_junit) is { } file)
            JUnitFile.Write(report, source.Folder, file);
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(RuleTestJson.Of(report, source.Folder), terminal.Out);
        else
            RuleTestText.Write(report, source.Folder, terminal.Out);
        if (parsed.GetValue(_minCoverage) is { } least && report.CoveragePercent < least)
        {
            terminal.Error.Line(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"autoresolve: Condition coverage is {report.CoveragePercent:0.0} %, less than {least:0.##} %."
                )
            );
            return ExitCodes.Findings;
        }

        return report.Failed == 0 ? ExitCodes.Ok : ExitCodes.Findings;
    }
}
