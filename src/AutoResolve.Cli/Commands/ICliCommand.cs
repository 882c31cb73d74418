using System.CommandLine;

namespace AutoResolve.Cli.Commands;

/// <summary>One verb of the tool.</summary>
internal interface ICliCommand
{
    /// <summary>Command lines that show its use.</summary>
    IReadOnlyList<string> Examples { get; }

    /// <summary>The verbs that stand below it.</summary>
    IReadOnlyList<ICliCommand> Parts => [];

    Command Create();
}
