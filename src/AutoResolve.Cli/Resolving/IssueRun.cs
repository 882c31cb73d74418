using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Intake.Issues;
using Spectre.Console;

namespace AutoResolve.Cli.Resolving;

/// <summary>Decides all issues of an input, and reports those that cannot be read.</summary>
internal sealed class IssueRun(IssueFile input, IssueDecider decider, IResolutionSink sink, Terminal terminal)
{
    private const int MaxReported = 100;

    /// <returns>The number of issues that could not be read.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!terminal.Error.IsTerminal || sink.WritesAtOnce || input.Progress is null)
            return await RunAsync(_ => { }, cancellationToken);
        return await terminal
            .Error.Console.Progress()
            .AutoClear(true)
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Resolving", maxValue: 1.0);
                return await RunAsync(progress => bar.Value = progress, cancellationToken);
            });
    }

    private async Task<int> RunAsync(Action<double> report, CancellationToken cancellationToken)
    {
        var (bad, remarks) = (0, 0);
        foreach (var line in input.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.Remark is not null)
                Tell(line, ++remarks);
            if (line.Issue is { } issue)
                await decider.DecideAsync(issue, sink, cancellationToken);
            else
                Tell(line, ++bad);
            report(input.Progress ?? 0);
        }

        return bad;
    }

    private void Tell(IssueLine line, int count)
    {
        if (count <= MaxReported)
            terminal.Error.Line(input.Describe(line));
        else if (count == MaxReported + 1)
            terminal.Error.Line($"{input.Name}: more of them are counted, not listed.");
    }
}
