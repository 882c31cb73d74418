using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Running;
using AutoResolve.Intake.Messages;

namespace AutoResolve.Cli.Commands;

/// <summary>Prints the JSON schema of rule files.</summary>
internal sealed class SchemaCommand(Terminal terminal) : ICliCommand
{
    private const string Resource = "autoresolve.schema.json";

    private readonly Option<bool> _message = new("--message") { Description = "The schema of messages that workers take from queues." };

    public IReadOnlyList<string> Examples => ["autoresolve schema > rules/autoresolve.schema.json"];

    public Command Create()
    {
        var command = new Command("schema", "Prints the JSON schema of rule files, for completion and help in editors.")
        {
            OutputArguments.Json("the schema, which is JSON anyway,"),
            _message,
        };
        command.SetAction(parsed => Run(parsed.GetValue(_message)));
        return command;
    }

    private int Run(bool isOfMessages)
    {
        if (isOfMessages)
        {
            terminal.Out.Line(CaseMessage.Schema().TrimEnd());
            return ExitCodes.Ok;
        }

        using var stream = typeof(Rulebook).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        terminal.Out.Line(reader.ReadToEnd().TrimEnd());
        return ExitCodes.Ok;
    }
}
