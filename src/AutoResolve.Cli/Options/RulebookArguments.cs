using System.CommandLine;
using AutoResolve.Cli.Running;
using AutoResolve.Expressions;

namespace AutoResolve.Cli.Options;

/// <summary>The options by which every command finds and loads the rulebook.</summary>
internal sealed class RulebookArguments
{
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "The rules folder. Default: 'rules' in the current folder, or in the nearest folder above that has one.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _handlers = new("--handlers")
    {
        Description = "The action handlers that the host has, separated by commas. Default: those that the rule files declare.",
        HelpName = "NAME,NAME",
    };

    private readonly Option<bool> _allowExpressions = new("--allow-expressions")
    {
        Description = "Allow C#-like expressions in rules. They are code: only for rules you trust.",
    };

    private readonly Option<string> _locale = new("--locale")
    {
        Description = "The locale of issues that name none.",
        HelpName = "TAG",
        DefaultValueFactory = _ => new RulebookOptions().DefaultLocale,
    };

    public void AddTo(Command command)
    {
        command.Add(_rules);
        command.Add(_handlers);
        command.Add(_allowExpressions);
        command.Add(_locale);
        _locale.Validators.Add(result =>
        {
            if (
                new RulebookOptions { DefaultLocale = result.GetValueOrDefault<string>()! }
                    .Validate()
                    .Count > 0
            )
                result.AddError("'--locale' needs a language such as en or es-MX.");
        });
        _handlers.Validators.Add(result =>
        {
            if (new RulebookOptions { Handlers = Names(result.GetValueOrDefault<string>()) }.Validate() is { Count: > 0 } problems)
                result.AddError($"'--handlers': {string.Join(' ', problems)}");
        });
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The folder where it is named by another argument.</param>
    /// <exception cref="Running.CommandFailure">There is no rules folder, or it is named twice.</exception>
    public RulebookSource Read(ParseResult parsed, string? folder = null) =>
        new(
            RulesFolder.Find(
                folder is null || parsed.GetValue(_rules) is null
                    ? folder ?? parsed.GetValue(_rules)
                    : throw CommandFailure.Usage("The rules folder is named twice: leave out --rules or the folder.")
            ),
            new RulebookOptions
            {
                AllowExpressions = parsed.GetValue(_allowExpressions),
                ExpressionParser = RulesEngineExpressions.Parser,
                DefaultLocale = parsed.GetValue(_locale)!,
                Handlers = Names(parsed.GetValue(_handlers)),
            }
        );

    private static string[]? Names(string? handlers) =>
        handlers?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
