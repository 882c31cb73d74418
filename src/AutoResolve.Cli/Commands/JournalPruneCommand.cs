using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Journaling;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Takes old cases out of a journal, and keeps their figures.</summary>
internal sealed class JournalPruneCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
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
        [
            "autoresolve journal prune --postgres JOURNAL --before 2026-01-01 --figures until-2025.json --by u17",
            "autoresolve journal prune --journal journal.db --before 2026-01-01 --figures until-2025.json --by u17",
        ];

    public Command Create()
    {
        var command = new Command(
            "prune",
            "Takes out of a journal the cases that ended before a day, with all that was written about them, and keeps the "
                + "figures of that time in a file, against which reports can be compared. Hosts may go on meanwhile."
        )
        {
            _before,
            _figures,
            _json,
        };
        _journal.AddTo(command);
        _person.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (before, path) = (parsed.GetValue(_before), parsed.GetValue(_figures)!);
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            throw CommandFailure.Usage($"'--figures {SafeText.Start(path, 60)}' must end with .json.");
        if (File.Exists(path))
            throw CommandFailure.Usage($"'{SafeText.Line(path)}' is there already; figures of a time that was pruned cannot be made anew.");
        var start = new DateTimeOffset(before, TimeOnly.MinValue, TimeSpan.Zero);
        if (terminal.Time.GetUtcNow() - start < JournalPruning.MinAge)
            throw CommandFailure.Usage(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'--before {before:yyyy-MM-dd}' is less than "
                        + $"{JournalPruning.MinAge.TotalDays} days ago; what is younger is needed."
                )
            );
        await KeepFiguresAsync(parsed, before, path, cancellationToken);
        var pruning = await _journal.PruneAsync(parsed, start, _person.Read(parsed), terminal, cancellationToken);
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

    private async Task KeepFiguresAsync(ParseResult parsed, DateOnly before, string path, CancellationToken cancellationToken)
    {
        await using var journal = _journal.OpenRead(parsed, terminal);
        Report report;
        try
        {
            report = await Baseline.FreezeAsync(
                FigureSource.Journal(journal, _journal.NameOf(parsed)),
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
