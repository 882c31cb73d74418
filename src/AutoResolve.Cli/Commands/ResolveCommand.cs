using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Resolving;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Commands;

/// <summary>Decides issues.</summary>
internal sealed class ResolveCommand(Terminal terminal) : ICliCommand
{
    private readonly RulebookArguments _rulebook = new();
    private readonly InputArguments _input = new();
    private readonly Option<bool> _json = OutputArguments.Json("one resolution per line");
    private readonly OutcomeArguments _outcomes = new();
    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "With --json or --out FILE.jsonl: add the explanation to each line.",
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve resolve issues.jsonl",
            "autoresolve resolve --text \"error 002, it signs me out\" --field errorCode=002",
            "autoresolve resolve tickets.csv --out results.csv --outcome escalated,asked",
            "autoresolve resolve tickets.csv --json > resolutions.jsonl",
            "tail -f issues.jsonl | autoresolve resolve - --json",
        ];

    public Command Create()
    {
        var command = new Command("resolve", "Decides issues: a table with a summary, or for a single issue the whole resolution.")
        {
            _json,
            _explain,
        };
        _outcomes.AddTo(command);
        _input.AddTo(command);
        _rulebook.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var issue = _input.ReadIssue(parsed);
        var source = _rulebook.Read(parsed);
        using var input = issue is null ? _input.Open(parsed, terminal) : null;
        using var decider = new IssueDecider(
            RulebookLoader.Load(source, terminal),
            source.Options,
            _input.ReadFacts(parsed),
            terminal.Time
        );
        using var file = _outcomes.OpenFile(parsed, _input.Path(parsed), parsed.GetValue(_explain));
        var sink = SinkOf(parsed, file);
        if (file is not null)
            terminal.Written = () => $"{Plural.Of(file.Flush(), "resolution")} written to {SafeText.Line(_outcomes.Path(parsed)!)}";
        if (input is null)
        {
            await decider.DecideAsync(issue!, sink, cancellationToken);
            End(sink, file);
            return ExitCodes.Ok;
        }

        var bad = await new IssueRun(input, decider, sink, terminal).RunAsync(cancellationToken);
        End(sink, file);
        if (bad > 0)
            terminal.Error.Line($"autoresolve: {Plural.Of(bad, "issue")} of {input.Name} could not be read.");
        return bad == 0 ? ExitCodes.Ok : ExitCodes.Findings;
    }

    private void End(IResolutionSink sink, FileSink? file)
    {
        sink.End();
        terminal.Out.Flush();
        if (file is not null)
            terminal.Error.Line($"autoresolve: {terminal.Written()}.");
    }

    private IResolutionSink SinkOf(ParseResult parsed, FileSink? file)
    {
        var outcomes = _outcomes.Outcomes(parsed);
        if (parsed.GetValue(_json))
        {
            var lines = Some(new JsonLinesSink(terminal.Out, parsed.GetValue(_explain)), outcomes);
            return file is null ? lines : new BothSinks(lines, Some(file, outcomes));
        }

        if (file is not null)
            return new BothSinks(Some(file, outcomes), new SummarySink(terminal.Out));
        return outcomes is null
            ? new TableSink(terminal.Out)
            : new BothSinks(Some(new TableSink(terminal.Out, withSummary: false), outcomes), new SummarySink(terminal.Out));
    }

    private static IResolutionSink Some(IResolutionSink sink, IReadOnlySet<Outcome>? outcomes) =>
        outcomes is null ? sink : new SomeOutcomes(sink, outcomes);
}
