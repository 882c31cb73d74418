using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;

namespace AutoResolve.Cli.Options;

/// <summary>The options that say which issues are counted, and how.</summary>
internal sealed class FigureArguments
{
    private const int MaxTeamsNamed = 20;

    private static readonly string[] OnlyNames = ["center", "tenant", "channel", "source", "product", "team", "type"];

    private const int UsualGrace = 7;
    private const double MaxMinutes = 10_000;

    // A journal and a history are told apart by what is in the file; the other names are those of the other verbs.
    private readonly Option<string?> _source = new("--source", "--journal", "--history")
    {
        Description = "The issues to count: a journal's SQLite file, or past issues as JSON, CSV, mails or an Excel workbook.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _postgres = JournalArguments.CreatePostgres();
    private readonly Option<string> _schema = JournalArguments.CreateSchema();
    private readonly ReadingArguments _reading = new();
    private readonly Option<string?> _zone = new("--zone")
    {
        Description = "The reporting zone, at whose midnight days and months begin. Default: that of the rules, else UTC.",
        HelpName = "ZONE",
    };
    private readonly Option<int> _grace = new("--grace")
    {
        Description = "Days after which an answer counts as good if nothing more was heard.",
        HelpName = "DAYS",
        DefaultValueFactory = _ => UsualGrace,
    };
    private readonly Option<string?> _type = new("--type")
    {
        Description = "Only issues of this type, or whose type begins with these parts.",
        HelpName = "TYPE",
    };
    private readonly Option<string?> _team = new("--team") { Description = "Only issues of this team.", HelpName = "NAME" };
    private readonly Option<string?> _channel = new("--channel") { Description = "Only issues of this channel.", HelpName = "NAME" };
    private readonly Option<string?> _map = MapOption.Create();
    private readonly Option<Dictionary<string, string>> _only = NamedValues.Create(
        "--only",
        "Only issues of this center, tenant, channel, source, product, team or type. Repeatable.",
        StringComparer.OrdinalIgnoreCase,
        "center=north"
    );
    private readonly Option<string?> _product = new("--product") { Description = "Only issues of this product.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        Option[] options = [_source, _postgres, _schema, _zone, _grace, _type, _team, _channel, _product, _only, _map];
        foreach (var option in options)
            command.Add(option);
        _reading.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_source) is null && result.GetResult(_postgres) is null)
                result.AddError("Say where the issues are: either --source FILE or --postgres VARIABLE.");
            if (result.GetResult(_source) is not null && result.GetResult(_postgres) is not null)
                result.AddError("The issues are in one place: give --source FILE or --postgres VARIABLE, not both.");
            if (result.GetResult(_source) is not null && result.GetResult(_schema) is { Implicit: false })
                result.AddError("'--schema' goes with --postgres.");
            foreach (var option in new[] { _type, _team, _channel, _product })
            {
                if (result.GetResult(option) is { Tokens: [{ Value: var text }] } && VisibleText.IsBlank(text.Replace('/', ' ')))
                    result.AddError($"'{option.Name}' needs a name.");
            }
        });
        _grace.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && !(int.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365)
            )
                result.AddError($"'--grace' is a whole number of days from 1 to 365; found '{SafeText.Start(text, 40)}'.");
        });
    }

    public static Option<Dictionary<string, string>> CreateMinutes()
    {
        var option = NamedValues.Create(
            "--minutes",
            "Minutes of people's time that an issue of a tier takes, to say what defects cost: 2=25. Default: the mean of "
                + "what was measured. Repeatable.",
            StringComparer.Ordinal,
            "2=25"
        );
        option.HelpName = "TIER=MINUTES";
        return option;
    }

    /// <exception cref="CommandFailure">A tier or its minutes cannot be.</exception>
    public static IReadOnlyDictionary<int, double> Minutes(IReadOnlyDictionary<string, string> given) =>
        given.ToDictionary(
            pair =>
                pair.Key is [>= '0' and <= '3' and var tier]
                    ? tier - '0'
                    : throw CommandFailure.Usage($"'--minutes' takes a tier from 0 to 3; found '{SafeText.Start(pair.Key, 40)}'."),
            pair =>
                double.TryParse(pair.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes)
                && minutes is > 0 and <= MaxMinutes
                    ? minutes
                    : throw CommandFailure.Usage(
                        $"'--minutes {pair.Key}={SafeText.Start(pair.Value, 40)}' is not a number of minutes above 0 and up to 10000."
                    )
        );

    /// <summary>Which issues count, and how.</summary>
    /// <exception cref="CommandFailure">Some of it cannot be.</exception>
    public ReportOptions Read(ParseResult parsed, Rulebook? rulebook) =>
        new()
        {
            Filter = Filter(parsed),
            Grace = parsed.GetValue(_grace),
            Zone = parsed.GetValue(_zone) is { } name ? Zone(name) : null,
            Rulebook = rulebook,
            Map = MapFile.Read(parsed.GetValue(_map)),
        };

    /// <summary>Where the issues are.</summary>
    public FigureInput Input(ParseResult parsed) =>
        new(parsed.GetValue(_source), parsed.GetValue(_postgres), parsed.GetValue(_schema)!, _reading.Read(parsed), _reading.Given(parsed));

    /// <summary>The file of the map; null where none is given.</summary>
    public string? MapPath(ParseResult parsed) => parsed.GetValue(_map);

    /// <summary>Tells where no issue is left, since a slip in a filter looks like a quiet month.</summary>
    /// <param name="report">What was counted.</param>
    /// <param name="teams">The teams that there are, where that is known; they are named where one was asked for.</param>
    /// <param name="terminal">Where it is told.</param>
    public static void TellEmptyFilter(Report report, IReadOnlyList<string> teams, Terminal terminal)
    {
        if (report.Issues > 0 || !report.Filter.Set.Any())
            return;
        var asked = report.Filter.Set.Select(entry => $"the {entry.Name} '{SafeText.Start(entry.Value, 40)}'");
        var known = string.Join(", ", teams.Take(MaxTeamsNamed).Select(team => SafeText.Start(team, 40)));
        var more = teams.Count > MaxTeamsNamed ? ", …" : "";
        terminal.Error.Line(
            $"No issue in this period has {string.Join(" and ", asked)}.{(known.Length > 0 ? $" Its teams are {known}{more}." : "")}"
        );
    }

    private FigureFilter Filter(ParseResult parsed)
    {
        var only = parsed.GetValue(_only)!;
        if (only.Keys.FirstOrDefault(name => !OnlyNames.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw CommandFailure.Usage($"'--only' is of {string.Join(", ", OnlyNames)}; found '{SafeText.Start(unknown, 40)}'.");
        if (only.FirstOrDefault(pair => VisibleText.IsBlank(pair.Value.Replace('/', ' '))) is { Key: { } blank })
            throw CommandFailure.Usage($"'--only {blank}=' needs a name.");
        string? Value(string? option, params string[] names) =>
            names.Select(name => only.GetValueOrDefault(name)).Append(option).OfType<string>().ToList() is var values && values.Count < 2
                ? values.FirstOrDefault()
                : throw CommandFailure.Usage($"'{names[0]}' is given twice.");
        return new FigureFilter(
            Value(parsed.GetValue(_type), "type"),
            Value(parsed.GetValue(_team), "team"),
            Value(parsed.GetValue(_channel), "channel", "source"),
            Value(parsed.GetValue(_product), "product"),
            Value(null, "center", "tenant")
        );
    }

    private static TimeZoneInfo Zone(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        return TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(known => known.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw CommandFailure.Usage($"There is no time zone '{SafeText.Start(name, 40)}'. Give one such as Europe/Berlin or UTC.");
    }
}
