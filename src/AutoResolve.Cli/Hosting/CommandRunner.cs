using System.CommandLine;
using System.CommandLine.Invocation;
using AutoResolve.Rules;

namespace AutoResolve.Cli.Hosting;

/// <summary>Parses, runs, and turns whatever happens into an exit code and a message on standard error.</summary>
internal static class CommandRunner
{
    public static async Task<int> RunAsync(string[] args, Command root, Terminal terminal)
    {
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction or null)
            return ReportUsage(parsed, terminal);
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(2),
                Output = terminal.Out.Writer,
                Error = terminal.Error.Writer,
            };
            var exitCode = await parsed.InvokeAsync(configuration);
            terminal.Out.Flush();
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (CommandFailure failure)
        {
            terminal.Out.Flush();
            terminal.Error.Line($"autoresolve: {failure.Message}");
            return failure.ExitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.Line($"autoresolve: {exception.Message}");
            return ExitCodes.Environment;
        }
    }

    private static int ReportUsage(ParseResult parsed, Terminal terminal)
    {
        var names = new List<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, command.Command.Name);
        var known = parsed.CommandResult.Command.Subcommands.Select(command => command.Name).ToList();
        foreach (var error in parsed.Errors.Select(error => error.Message).Distinct())
            terminal.Error.Line($"autoresolve: {error}");
        foreach (var token in parsed.UnmatchedTokens)
        {
            var candidates = token.StartsWith('-') ? parsed.CommandResult.Command.Options.Select(option => option.Name) : known;
            if (Spelling.Closest(token, candidates) is { } suggestion)
                terminal.Error.Line($"autoresolve: Did you mean '{suggestion}'?");
        }

        terminal.Error.Line($"autoresolve: '{string.Join(' ', names)} --help' tells more.");
        return ExitCodes.Usage;
    }
}
