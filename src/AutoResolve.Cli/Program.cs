using AutoResolve.Cli.Commands;
using AutoResolve.Cli.Hosting;

using var terminal = new Terminal();
return await CommandRunner.RunAsync(args, CommandTree.Create(terminal), terminal);
