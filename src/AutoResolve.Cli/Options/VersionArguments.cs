using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Options;

/// <summary>The option that prints the version.</summary>
internal static class VersionArguments
{
    public static Option Create(Terminal terminal) =>
        new Option<bool>("--version") { Description = "Print the version.", Action = new Print(terminal) };

    private sealed class Print(Terminal terminal) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(Print).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            terminal.Out.Line(version?.Split('+')[0] ?? "unknown");
            return ExitCodes.Ok;
        }
    }
}
