using System.CommandLine;
using AutoResolve.Cli.Authoring;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Puts rule files into their canonical form.</summary>
internal sealed class FmtCommand(Terminal terminal) : ICliCommand
{
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "The rules folder, where no PATH is given. Default: as for the other commands.",
        HelpName = "DIR",
    };
    private readonly Option<bool> _check = new("--check")
    {
        Description = "Change nothing; exit code 1 where a file is not in its canonical form.",
    };

    private readonly Option<bool> _upgrade = new("--upgrade")
    {
        Description = "Also rewrite rules of an earlier format in today's, and say what was changed.",
    };

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders. Default: the rules folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public IReadOnlyList<string> Examples =>
        ["autoresolve fmt", "autoresolve fmt rules/sign-in/codes.json", "autoresolve fmt --check rules", "autoresolve fmt --upgrade"];

    public Command Create()
    {
        var command = new Command("fmt", "Puts rule files into their canonical form: same meaning, comments kept, stable differences.")
        {
            _paths,
            _check,
            _upgrade,
            _rules,
            _json,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var paths = parsed.GetValue(_paths)!;
        var problems = new List<Diagnostic>();
        var files = RuleFileFinder.Find(paths.Length > 0 ? paths : [RulesFolder.Find(parsed.GetValue(_rules))], problems);
        var formatted = files.Select(file => (File: file, Form: RuleFileFormatter.Format(file, parsed.GetValue(_upgrade)))).ToList();
        problems.AddRange(formatted.SelectMany(file => file.Form.Problems));
        var changed = formatted.Where(file => file.Form.FirstChange is not null).ToList();
        var check = parsed.GetValue(_check);
        List<string> refused = [];
        if (!check)
            changed.RemoveAll(file => !Replace(file.File, file.Form.Text!, refused));
        Report([.. changed.Select(file => (file.File.Path, file.Form))], problems, files.Count, check, parsed.GetValue(_json));
        if (refused.Count > 0)
            throw CommandFailure.Environment(string.Join('\n', refused));
        if (problems.Count > 0)
            return RulebookLoader.ExitCode(problems);
        return check && changed.Count > 0 ? ExitCodes.Findings : ExitCodes.Ok;
    }

    // A file that cannot be written keeps none of the others as they were, and nothing from being told.
    private static bool Replace(RuleFile file, string text, List<string> refused)
    {
        try
        {
            AtomicFile.Replace(file.Path, file.Content, text);
            return true;
        }
        catch (CommandFailure failure)
        {
            refused.Add(failure.Message);
            return false;
        }
    }

    private void Report(List<(string Path, FormattedRuleFile Form)> changed, List<Diagnostic> problems, int files, bool check, bool json)
    {
        DiagnosticText.Write(problems, "", terminal.Error);
        if (json)
        {
            JsonOutput.WriteDocument(
                new JObject
                {
                    ["check"] = check,
                    ["files"] = files,
                    ["changed"] = new JArray(
                        changed.Select(file => new JObject { ["path"] = file.Path, ["line"] = file.Form.FirstChange })
                    ),
                    ["upgraded"] = new JArray(changed.SelectMany(file => file.Form.Rewordings, (file, word) => ToJson(file.Path, word))),
                    ["diagnostics"] = DiagnosticJson.Report(problems, "")["diagnostics"],
                },
                terminal.Out
            );
            return;
        }

        foreach (var (path, word) in changed.SelectMany(file => file.Form.Rewordings, (file, word) => (file.Path, word)))
            terminal.Out.Line(
                $"{path}:{word.Position.Line}:{word.Position.Column} {word.What}: \"{word.Before}\" "
                    + $"{(check ? "would become" : "is now")} \"{word.After}\""
            );
        foreach (var file in changed)
            terminal.Out.Line(
                $"{file.Path}:{file.Form.FirstChange} "
                    + $"{(check ? "is not in its canonical form, from this line on" : "formatted from this line on")}"
            );
        terminal.Out.Line(
            $"{Plural.Of(changed.Count, "file")} of {files} "
                + $"{(check ? "would change" : "changed")}{(problems.Count > 0 ? $", {Plural.Of(problems.Count, "problem")}" : "")}"
        );
    }

    private static JObject ToJson(string path, Rewording word) =>
        new()
        {
            ["path"] = path,
            ["line"] = word.Position.Line,
            ["column"] = word.Position.Column,
            ["what"] = word.What,
            ["before"] = word.Before,
            ["after"] = word.After,
        };
}
