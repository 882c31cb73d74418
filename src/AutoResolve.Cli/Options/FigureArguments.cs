using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Hosting;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.History;
using AutoResolve.Journaling;

namespace AutoResolve.Cli.Options;

/// <summary>The options that say which issues are counted, and how.</summary>
internal sealed class FigureArguments
{
    private const int UsualDays = 7;
    private readonly Option<string?> _journal = new("--journal") { Description = "Count the issues of this journal: its SQLite file.", HelpName = "FILE" };
    private readonly Option<string?> _history = new("--history") { Description = "Count the issues of this history file instead: JSON lines or CSV.", HelpName = "FILE" };
    private readonly Option<Dictionary<string, string>> _columns = NamedValues.Create("--column", "With --history: which column holds what. Default: their usual names. Repeatable.", StringComparer.OrdinalIgnoreCase);
    private readonly Option<string> _zone = new("--zone") { Description = "The reporting zone, whose midnights part months.", HelpName = "ZONE", DefaultValueFactory = _ => ReportingPeriod.UsualZone };
    private readonly Option<int> _days = new("--grace") { Description = "Days after which an answer counts as good where nothing more was heard.", HelpName = "DAYS", DefaultValueFactory = _ => UsualDays };
    private readonly Option<string?> _type = new("--type") { Description = "Only issues of this type, or whose type begins with these parts.", HelpName = "TYPE" };
    private readonly Option<string?> _team = new("--team") { Description = "Only issues of this team.", HelpName = "NAME" };
    private readonly Option<string?> _channel = new("--channel") { Description = "Only issues of this channel.", HelpName = "NAME" };
    private readonly Option<string?> _product = new("--product") { Description = "Only issues of this product.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        Option[] options = [_journal, _history, _columns, _zone, _days, _type, _team, _channel, _product];
        foreach (var option in options)
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_journal) is null == result.GetResult(_history) is null)
                result.AddError("Say where the issues are: either --journal FILE or --history FILE.");
        });
        _days.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365))
                result.AddError($"'--grace' is a whole number of days from 1 to 365; found '{text}'.");
        });
    }

    public int Days(ParseResult parsed) => parsed.GetValue(_days);

    public FigureFilter Filter(ParseResult parsed) => new(parsed.GetValue(_type), parsed.GetValue(_team), parsed.GetValue(_channel), parsed.GetValue(_product));

    public string Source(ParseResult parsed) => Path.GetFileName(parsed.GetValue(_journal) ?? parsed.GetValue(_history)!);

    /// <exception cref="CommandFailure">There is no such zone.</exception>
    public TimeZoneInfo Zone(ParseResult parsed)
    {
        var name = parsed.GetValue(_zone)!;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw CommandFailure.Usage($"There is no time zone '{Rendering.Printable.Start(name, 40)}'. Give one such as {ReportingPeriod.UsualZone} or UTC.");
    }

    /// <exception cref="CommandFailure">There is no such file, or nothing in it can be used.</exception>
    public async Task<IReadOnlyList<FigureCell>> ReadAsync(ParseResult parsed, ReportingPeriod period, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_journal) ?? parsed.GetValue(_history)!;
        if (!File.Exists(path))
            throw CommandFailure.Environment($"There is no file '{Rendering.Printable.Line(path)}'.");
        var filter = Filter(parsed);
        if (parsed.GetValue(_journal) is null)
        {
            IReadOnlyList<FigureCell> cells = [];
            HistoryArguments.Guard(() =>
            {
                cells = HistoryFigures.Read(new HistoryFile(path, new HistoryColumns(parsed.GetValue(_columns))).Read(), period, filter);
                return ExitCodes.Ok;
            });
            return cells;
        }

        try
        {
            return await SqliteFigures.ReadAsync(path, period, Days(parsed), terminal.Time.GetUtcNow(), filter, cancellationToken);
        }
        catch (JournalException exception)
        {
            throw CommandFailure.Environment(exception.Message);
        }
        catch (System.Data.Common.DbException)
        {
            throw CommandFailure.Environment($"'{Rendering.Printable.Line(path)}' is no journal.");
        }
    }
}
