using System.CommandLine;
using System.Globalization;
using AutoResolve.Actions;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Running;
using AutoResolve.Reading;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Shows how rules have turned out.</summary>
internal sealed class JournalRecordsCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
    private readonly Option<bool> _json = OutputArguments.Json("one version of a rule per line");

    public IReadOnlyList<string> Examples => ["autoresolve journal records --journal journal.db"];

    public Command Create()
    {
        var command = new Command(
            "records",
            "Shows how each version of each rule has turned out: uses, verdicts, and the share that it surely "
                + "helped (Wilson's lower bound, 95 %)."
        )
        {
            _json,
        };
        _journal.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var journal = _journal.OpenRead(parsed, terminal);
        var records = await TrackRecords.ReadAsync(journal, cancellationToken);
        if (parsed.GetValue(_json))
        {
            foreach (var record in records)
                JsonOutput.WriteLine(Json(record), terminal.Out);
            return ExitCodes.Ok;
        }

        if (records.Count == 0)
        {
            terminal.Out.Line("The journal has no decision by a rule.");
            return ExitCodes.Ok;
        }

        var width = Math.Max(4, records.Max(record => Name(record).Length));
        terminal.Out.Line($"{"rule".PadRight(width)}     uses  helpful  reopened    wrong  surely helped");
        foreach (var record in records)
        {
            var share = record.Verdicts == 0 ? "-" : record.LowerBound.ToString("0.0 %", CultureInfo.InvariantCulture);
            terminal.Out.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name(record).PadRight(width)}  {record.Uses, 7}  {record.Helpful, 7}  {record.Reopened, 8} "
                        + $" {record.Wrong, 7}  {share, 13}{(record.OnlySuggests ? "  only suggests" : "")}"
                )
            );
        }

        return ExitCodes.Ok;
    }

    private static string Name(TrackRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"{SafeText.Line(record.RuleId)} version {record.Version}");

    private static JObject Json(TrackRecord record) =>
        new()
        {
            ["ruleId"] = record.RuleId,
            ["ruleVersion"] = record.Version,
            ["uses"] = record.Uses,
            ["helpful"] = record.Helpful,
            ["reopened"] = record.Reopened,
            ["wrong"] = record.Wrong,
            ["lowerBound"] = record.Verdicts == 0 ? null : Math.Round(record.LowerBound, 4),
            ["onlySuggests"] = record.OnlySuggests,
        };
}
