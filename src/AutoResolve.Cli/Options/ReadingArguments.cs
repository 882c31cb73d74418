using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using AutoResolve.Cli.Running;
using AutoResolve.Intake;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Issues;

namespace AutoResolve.Cli.Options;

/// <summary>The options by which commands read files of issues and past issues.</summary>
internal sealed class ReadingArguments
{
    private readonly Option<Dictionary<string, string>> _columns = NamedValues.Create(
        "--column",
        "Which column or key of a file holds what: id, text, format, title, channel, product, locale, tenant, requester, date, tried; of "
            + "past issues label, team, tier, minutes, answer, reopened, escalated, center. Default: their usual names, and those of "
            + "Zendesk, Jira, ServiceNow, Freshdesk, Zammad and GitHub. Repeatable.",
        StringComparer.OrdinalIgnoreCase,
        "date=Opened"
    );

    private readonly Option<string?> _encoding = new("--encoding")
    {
        Description = "How the letters of a file are written, such as windows-1252. Default: UTF-8, or UTF-16 where that is certain.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _separator = new("--separator")
    {
        Description = "What stands between the values of CSV: one character, or tab. Default: as the beginning shows.",
        HelpName = "MARK",
    };

    private readonly Option<bool> _dayFirst = new("--day-first")
    {
        Description = "Dates of a file such as 5/10/2026 have the day first. Default: as its other dates show.",
    };

    private readonly Option<bool> _monthFirst = new("--month-first")
    {
        Description = "Dates of a file such as 5/10/2026 have the month first. Default: as its other dates show.",
    };

    public IReadOnlyList<Option> Options => [_columns, _encoding, _separator, _dayFirst, _monthFirst];

    public void AddTo(Command command)
    {
        foreach (var option in Options)
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (IsGiven(result, _dayFirst) && IsGiven(result, _monthFirst))
                result.AddError("Give '--day-first' or '--month-first', not both.");
        });
    }

    /// <summary>The name of one of them that was given; null where none was.</summary>
    public string? Given(ParseResult parsed) => Options.FirstOrDefault(option => IsGiven(parsed.CommandResult, option))?.Name;

    /// <param name="parsed">The command line.</param>
    /// <param name="labels">The column of labels where another option names it.</param>
    /// <param name="format">How the file is written.</param>
    /// <exception cref="CommandFailure">Some of it cannot be.</exception>
    public ReadingOptions Read(ParseResult parsed, string? labels = null, IssueFormat format = IssueFormat.Auto)
    {
        var columns = new Dictionary<string, string>(parsed.GetValue(_columns)!, StringComparer.OrdinalIgnoreCase);
        if (labels is not null)
            columns["label"] = labels;
        try
        {
            return new ReadingOptions
            {
                Format = format,
                Columns = new ColumnMap(columns),
                Encoding = parsed.GetValue(_encoding) is { } name ? EncodingOf(name) : null,
                Separator = parsed.GetValue(_separator) is { } mark ? SeparatorOf(mark) : null,
                IsDayFirst = (parsed.GetValue(_dayFirst), parsed.GetValue(_monthFirst)) switch
                {
                    (true, _) => true,
                    (_, true) => false,
                    _ => null,
                },
            };
        }
        catch (ArgumentException exception)
        {
            throw CommandFailure.Usage(exception.Message);
        }
    }

    private static bool IsGiven(SymbolResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static Encoding EncodingOf(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage(
                $"There is no encoding '{SafeText.Start(name, 40)}'. Give one such as utf-8, utf-16, windows-1252, iso-8859-1 or shift_jis."
            );
        }
    }

    private static char SeparatorOf(string mark) =>
        mark switch
        {
            [var one] => one,
            "tab" or "TAB" or "\\t" => '\t',
            _ => throw CommandFailure.Usage($"'--separator' is one character, or tab; found '{SafeText.Start(mark, 40)}'."),
        };
}
