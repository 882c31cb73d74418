using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Options;

/// <summary>The help of a command, with examples at its end.</summary>
internal sealed class ExamplesHelp(HelpAction inner, IReadOnlyDictionary<Command, string[]> examples, Terminal terminal)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
        {
            terminal.Out.Line("Examples:");
            foreach (var line in lines)
                terminal.Out.Line("  " + line);
            terminal.Out.Line();
        }

        return ExitCodes.Ok;
    }
}
