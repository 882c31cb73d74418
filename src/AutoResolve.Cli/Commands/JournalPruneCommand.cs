using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Postgres;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Takes old cases out of a journal in PostgreSQL, and keeps their figures.</summary>
internal sealed class JournalPruneCommand(Terminal terminal) : ICliCommand
{
    private readonly Option<string> _postgres = Required(JournalArguments.CreatePostgres());
    private readonly Option<string> _schema = JournalArguments.CreateSchema();
    private readonly PersonArguments _person = new();
    private readonly Option<DateOnly> _before = new("--before")
    {
        Description = "The day: cases that ended before it, and about which nothing was written since, are taken out.",
        HelpName = "DAY",
        Required = true,
    };
    private readonly Option<string> _figures = new("--figures")
    {
        Description = "The file that keeps the figures of all days before, as 'baseline freeze' writes it.",
        HelpName = "FILE.json",
        Required = true,
    };
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    public IReadOnlyList<string> Examples =>
        ["autoresolve journal prune --postgres JOURNAL --before 2026-01-01 --figures until-2025.json --by u17"];

    public Command Create()
    {
        var command = new Command(
            "prune",
            "Takes out of a journal in PostgreSQL the cases that ended before a day, with all that was written about them, and keeps the "
                + "figures of that time in a file, against which reports can be compared. Hosts may go on meanwhile."
        )
        {
            _postgres,
            _schema,
            _before,
            _figures,
            _json,
        };
        _person.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static Option<string> Required(Option<string?> option) =>
        new(option.Name)
        {
            Description = option.Description,
            HelpName = option.HelpName,
            Required = true,
        };

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (variable, schema, before) = (parsed.GetValue(_postgres)!, parsed.GetValue(_schema)!, parsed.GetValue(_before));
        var path = parsed.GetValue(_figures)!;
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            throw CommandFailure.Usage($"'--figures {SafeText.Start(path, 60)}' must end with .json.");
        if (File.Exists(path))
            throw CommandFailure.Usage($"'{SafeText.Line(path)}' is there already; figures of a time that was pruned cannot be made anew.");
        var start = new DateTimeOffset(before, TimeOnly.MinValue, TimeSpan.Zero);
        if (terminal.Time.GetUtcNow() - start < PostgresJournal.MinPruningAge)
            throw CommandFailure.Usage(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'--before {before:yyyy-MM-dd}' is less than "
                        + $"{PostgresJournal.MinPruningAge.TotalDays} days ago; what is younger is needed."
                )
            );
        await KeepFiguresAsync(variable, schema, before, path, cancellationToken);
        var pruning = await PostgresJournal.PruneAsync(
            JournalArguments.ConnectionString(variable),
            start,
            _person.Read(parsed),
            schema,
            terminal.Time,
            cancellationToken
        );
        if (parsed.GetValue(_json))
            JsonOutput.WriteLine(new JObject { ["cases"] = pruning.Cases, ["entries"] = pruning.Entries }, terminal.Out);
        else
            terminal.Out.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Taken out: {pruning.Cases} case(s) with {pruning.Entries} entries. Figures until then are in {SafeText.Line(path)}."
                )
            );
        return ExitCodes.Ok;
    }

    private async Task KeepFiguresAsync(string variable, string schema, DateOnly before, string path, CancellationToken cancellationToken)
    {
        await using var journal = JournalArguments.OpenRead(null, variable, schema, terminal);
        Report report;
        try
        {
            report = await Baseline.FreezeAsync(
                FigureSource.Journal(journal, $"PostgreSQL, schema {schema}"),
                new DateOnly(2000, 1, 1),
                before.AddDays(-1),
                new ReportOptions(),
                terminal.Time,
                cancellationToken
            );
        }
        catch (ArgumentException exception) when (exception.ParamName is null)
        {
            throw CommandFailure.Usage(exception.Message);
        }

        await ReportForm.WriteAsync(path, report, cancellationToken);
        terminal.Written = () => $"{SafeText.Line(path)} was written; prune again with another file to go on";
    }
}
