using System.CommandLine;
using AutoResolve.Cli.Hosting;
using AutoResolve.Insights.History;

namespace AutoResolve.Cli.Options;

/// <summary>The options by which commands read past issues.</summary>
internal sealed class HistoryArguments
{
    private readonly Option<string> _history = new("--history")
    {
        Description = "Past issues: JSON lines, or CSV with a header line.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<Dictionary<string, string>> _columns = NamedValues.Create(
        "--column",
        "Which column or key holds what: text, label, date, team, tier, minutes, answer, reopened, escalated, channel, product, locale. Default: their usual names. Repeatable.",
        StringComparer.OrdinalIgnoreCase);

    private readonly Option<Dictionary<string, string>> _where = NamedValues.Create("--where", "Only issues whose column has this value.", StringComparer.OrdinalIgnoreCase);

    private readonly Option<bool> _dayFirst = CreateDayFirst();

    public static Option<bool> CreateDayFirst() => new("--day-first") { Description = "With past issues: dates such as 5/10/2026 have the day first. Default: the month." };

    public void AddTo(Command command)
    {
        command.Add(_history);
        command.Add(_columns);
        command.Add(_where);
        command.Add(_dayFirst);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="labels">The column of labels where another option names it.</param>
    /// <exception cref="CommandFailure">The file is missing, or a column has no meaning.</exception>
    public HistoryFile Open(ParseResult parsed, string? labels = null)
    {
        var path = parsed.GetValue(_history)!;
        if (!File.Exists(path))
            throw CommandFailure.Environment($"There is no file '{path}'.");
        var columns = new Dictionary<string, string>(parsed.GetValue(_columns)!, StringComparer.OrdinalIgnoreCase);
        if (labels is not null)
            columns["label"] = labels;
        var where = parsed.GetValue(_where)!;
        if (where.Count > 1)
            throw CommandFailure.Usage("'--where' can be given once.");
        try
        {
            return new HistoryFile(path, new HistoryColumns(columns), where.Count == 0 ? null : where.First()) { IsDayFirst = parsed.GetValue(_dayFirst) };
        }
        catch (ArgumentException exception)
        {
            throw CommandFailure.Usage(exception.Message);
        }
    }

    /// <summary>Runs what reads a history, and turns what is wrong with it into what the user is told.</summary>
    public static T Guard<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (HistoryException exception)
        {
            throw CommandFailure.Environment(Rendering.Printable.Line(exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Environment(Rendering.Printable.Line(exception.Message));
        }
    }
}
