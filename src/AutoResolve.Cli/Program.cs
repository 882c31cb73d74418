using AutoResolve.Cli.Commands;
using AutoResolve.Cli.Running;

using var terminal = new Terminal();
return await CommandRunner.RunAsync(args, CommandTree.Create(terminal), terminal);
