using System.CommandLine;
using System.CommandLine.Parsing;
using AutoResolve.Rules;

namespace AutoResolve.Cli.Running;

/// <summary>Says what is wrong with a command line.</summary>
internal static class UsageReport
{
    private const int MaxWordLength = 60;

    public static int Write(ParseResult parsed, Terminal terminal)
    {
        if (FindUnknownOption(parsed) is { } unknown)
            return WriteUnknownOption(unknown, parsed, terminal);
        if (FindUnknownCommand(parsed) is { } command)
        {
            terminal.Error.Line(
                $"autoresolve: There is no command '{SafeText.Start(command, MaxWordLength)}'.{Suggestion(parsed, command)}"
            );
            return WriteEnd(parsed, terminal);
        }

        foreach (var error in parsed.Errors.Select(error => error.Message).Distinct())
            terminal.Error.Line($"autoresolve: {SafeText.Line(error)}");
        return WriteEnd(parsed, terminal);
    }

    /// <summary>A mistyped option that was taken for an argument, such as a file named "--jsom". No option begins with a digit.</summary>
    public static string? FindUnknownOption(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash))
            return null;
        return parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(token => token.Length > 1 && token[0] == '-' && !char.IsAsciiDigit(token[1]));
    }

    public static int WriteUnknownOption(string option, ParseResult parsed, Terminal terminal)
    {
        var name = option.Split('=')[0];
        var known = parsed.CommandResult.Command.Options.SelectMany(known => known.Aliases.Append(known.Name)).Append("--help");
        var suggestion = name.Length > MaxWordLength ? null : Spelling.Closest(name, known);
        terminal.Error.Line($"autoresolve: There is no option '{SafeText.Start(name, MaxWordLength)}'.{Spelling.DidYouMean(suggestion)}");
        return WriteEnd(parsed, terminal);
    }

    // A verb that has verbs of its own takes nothing else.
    private static string? FindUnknownCommand(ParseResult parsed) =>
        parsed.CommandResult.Command.Subcommands.Any() && parsed.UnmatchedTokens is [var word, ..] ? word : null;

    private static string Suggestion(ParseResult parsed, string word)
    {
        var names = parsed.CommandResult.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name).ToList();
        return word.Length <= MaxWordLength && Spelling.Closest(word, names) is { } close
            ? Spelling.DidYouMean(close)
            : $" There are {string.Join(", ", names)}.";
    }

    private static int WriteEnd(ParseResult parsed, Terminal terminal)
    {
        var names = new List<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = result.Parent)
            names.Insert(0, command.Command.Name);
        terminal.Error.Line($"autoresolve: '{string.Join(' ', names)} --help' tells more.");
        return ExitCodes.Usage;
    }
}
