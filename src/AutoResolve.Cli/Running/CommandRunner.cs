using System.CommandLine;
using System.CommandLine.Invocation;
using AutoResolve.Cli.Commands;
using AutoResolve.Journaling;

namespace AutoResolve.Cli.Running;

/// <summary>Parses, runs, and turns whatever happens into an exit code and a message on standard error.</summary>
internal static class CommandRunner
{
    public static async Task<int> RunAsync(string[] args, Command root, Terminal terminal)
    {
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction or null)
            return UsageReport.Write(parsed, terminal);
        if (UsageReport.FindUnknownOption(parsed) is { } unknown)
            return UsageReport.WriteUnknownOption(unknown, parsed, terminal);
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout =
                    parsed.CommandResult.Command.Name == WorkCommand.Name ? WorkCommand.StopTimeout : TimeSpan.FromSeconds(2),
                Output = terminal.Out.Writer,
                Error = terminal.Error.Writer,
            };
            var exitCode = await parsed.InvokeAsync(configuration);
            terminal.Out.Flush();

            // What waits for input is left to itself after a while, and throws nothing.
            return exitCode == ExitCodes.Interrupted ? Interrupted(terminal) : exitCode;
        }
        catch (OperationCanceledException)
        {
            return Interrupted(terminal);
        }
        catch (CommandFailure failure)
        {
            terminal.Out.Flush();
            terminal.Error.Line($"autoresolve: {failure.Message}");
            return failure.ExitCode;
        }
        catch (JournalException exception)
        {
            terminal.Out.Flush();
            terminal.Error.Line($"autoresolve: {SafeText.Line(exception.Message)}");
            return ExitCodes.Environment;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.Line($"autoresolve: {exception.Message}");
            return ExitCodes.Environment;
        }
    }

    private static int Interrupted(Terminal terminal)
    {
        terminal.Out.Flush();
        terminal.Error.Line($"autoresolve: stopped by Ctrl-C; {terminal.Written()}.");
        return ExitCodes.Interrupted;
    }
}
