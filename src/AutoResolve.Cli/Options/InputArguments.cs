using System.CommandLine;
using AutoResolve.Cli.Running;
using AutoResolve.Intake;
using AutoResolve.Intake.Issues;

namespace AutoResolve.Cli.Options;

/// <summary>Where issues come from: a file, standard input, or the command line.</summary>
internal sealed class InputArguments
{
    private readonly IssueArguments _issue = new();

    private readonly Argument<string?> _file = new("FILE")
    {
        Description =
            "JSON lines, JSON, mails (.eml, .mbox), an Excel workbook, or CSV with the columns id, text, format (plain, html), title, "
            + "channel, product, locale, tenant, requester, receivedAt, tried, or what ticket systems call them; every other column is a "
            + "field. '-' or nothing reads standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly ChoiceOption<IssueFormat> _format = new(
        "--format",
        "How FILE is written: jsonl, json, csv, workbook, eml or mbox; auto goes by its name and beginning.",
        "FORMAT",
        IssueFormat.Auto
    );

    private readonly ReadingArguments _reading = new();

    private readonly Option<Dictionary<string, string>> _facts = NamedValues.Create(
        "--fact",
        "A fact that a rule may look up. Repeatable; facts not given are unknown.",
        StringComparer.Ordinal
    );

    public void AddTo(Command command)
    {
        AddFileTo(command);
        _issue.AddTo(command);
        command.Add(_facts);
    }

    /// <summary>Adds what says which file it is, and how it is read.</summary>
    public void AddFileTo(Command command)
    {
        command.Add(_file);
        command.Add(_format);
        _reading.AddTo(command);
    }

    /// <summary>The file of issues; null where they come from elsewhere.</summary>
    public string? Path(ParseResult parsed) => parsed.GetValue(_file) is { } path and not "-" ? path : null;

    public IReadOnlyDictionary<string, string> ReadFacts(ParseResult parsed) => parsed.GetValue(_facts)!;

    /// <returns>The issue of the command line; null where issues come from a file.</returns>
    /// <exception cref="CommandFailure">Both are given.</exception>
    public Issue? ReadIssue(ParseResult parsed)
    {
        var issue = _issue.Read(parsed);
        if (issue is not null && parsed.GetValue(_file) is not null)
            throw CommandFailure.Usage("Give a FILE or --text, not both.");
        return issue;
    }

    /// <exception cref="CommandFailure">Nothing is given, or the file cannot be opened.</exception>
    public IssueFile Open(ParseResult parsed, Terminal terminal)
    {
        var file = parsed.GetValue(_file);
        if (file is null && !terminal.InputIsRedirected)
            throw CommandFailure.Usage(
                parsed.CommandResult.Command.Options.Contains(_facts)
                    ? "Nothing to resolve: give a FILE, '-' for standard input, or --text \"…\"."
                    : "Nothing to read: give a FILE, or '-' for standard input."
            );
        return Open(file ?? "-", _reading.Read(parsed, format: _format.Read(parsed)), terminal);
    }

    /// <exception cref="CommandFailure">The file cannot be opened.</exception>
    public static IssueFile Open(string path, ReadingOptions options, Terminal terminal)
    {
        if (path == "-")
            return IssueFile.Of(terminal.OpenInput(), options);
        if (Directory.Exists(path))
            throw CommandFailure.Environment($"'{path}' is a folder; name a file of issues.");
        try
        {
            return IssueFile.Open(path, options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandFailure.Refused("read", path, exception);
        }
    }
}
