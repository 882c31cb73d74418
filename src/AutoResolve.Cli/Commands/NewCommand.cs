using System.CommandLine;
using AutoResolve.Cli.Authoring;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Writes a commented skeleton of a rule file.</summary>
internal sealed class NewCommand(Terminal terminal) : ICliCommand
{
    private readonly RulebookArguments _rulebook = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Argument<string> _id = new("ID") { Description = "The id of the first rule, such as sign-in.clock-wrong." };
    private readonly Option<string?> _set = new("--set")
    {
        Description = "The name of the set. Default: the id's first part.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "The new file. Default: the set's name in the rules folder.",
        HelpName = "FILE",
    };

    public IReadOnlyList<string> Examples =>
        ["autoresolve new documents.pdf-please-wait", "autoresolve new sign-in.code-105 --set sign-in-more --out rules/sign-in/more.json"];

    public Command Create()
    {
        var command = new Command(
            "new",
            "Writes a commented skeleton of a rule file with one rule, to be filled in. Never overwrites a file."
        )
        {
            _id,
            _set,
            _out,
            _json,
        };
        _rulebook.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var id = parsed.GetValue(_id)!;
        var set = parsed.GetValue(_set) ?? id.Split('.')[0];
        RuleSkeleton.Check(id, set);
        var source = _rulebook.Read(parsed);
        CheckUnique(source, id, set);
        var path = parsed.GetValue(_out) ?? RulesFolder.Show(source.Folder, set + ".json");
        OutputGuard.Check("--out", path);
        var schema = Path.Combine(source.Folder, "autoresolve.schema.json");
        var reference = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFullPath(schema)).Replace('\\', '/');
        AtomicFile.Create(path, RuleSkeleton.Write(id, set, reference, DateOnly.FromDateTime(terminal.Time.GetUtcNow().UtcDateTime)));
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(
                new JObject
                {
                    ["path"] = path,
                    ["rule"] = id,
                    ["set"] = set,
                },
                terminal.Out
            );
        else
            terminal.Out.Line($"Wrote {path}. Fill it in, with 'autoresolve watch' running alongside.");
        if (!parsed.GetValue(_json) && !File.Exists(schema))
        {
            var place = RulesFolder.Show(source.Folder, "autoresolve.schema.json");
            terminal.Out.Line($"The schema that helps in an editor is not there yet: autoresolve schema > {place}");
        }

        return ExitCodes.Ok;
    }

    // A rulebook with errors elsewhere must not keep anyone from beginning a rule.
    private void CheckUnique(RulebookSource source, string id, string set)
    {
        if (RulebookLoader.TryLoad(source, terminal).Rulebook is not { } rulebook)
            return;
        if (rulebook.Find(id) is not null)
            throw CommandFailure.Usage($"There is a rule '{id}' already; ids are never used twice.");
        if (rulebook.FindSet(set) is { } taken)
            throw CommandFailure.Usage(
                $"There is a set '{set}' already, in {RulesFolder.Show(source.Folder, taken.File)}: add "
                    + $"the rule there, or name another set with --set NAME."
            );
    }
}
