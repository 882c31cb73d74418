using AutoResolve.Cli.Running;
using AutoResolve.Intake.Issues;
using AutoResolve.RabbitMQ;
using Spectre.Console;

namespace AutoResolve.Cli.Queues;

/// <summary>Publishes all issues of an input, many at once, and reports those that cannot be.</summary>
internal sealed class SendRun(IssueFile input, IIssuePublisher publisher, Terminal terminal)
{
    private const int MaxOutstanding = 256;
    private const int MaxReported = 100;
    private const string NoId = "It has no id, by which what is sent is known; it was not sent. Say which column has it: --column id=NAME.";

    private int _sent;

    public int Sent => Volatile.Read(ref _sent);

    public int Bad { get; private set; }

    /// <exception cref="RabbitMqException">The broker cannot be used; what was sent before is sent.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!terminal.Error.IsTerminal || input.Progress is null)
        {
            await RunAsync(_ => { }, cancellationToken);
            return;
        }

        await terminal
            .Error.Console.Progress()
            .AutoClear(true)
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Sending", maxValue: 1.0);
                await RunAsync(progress => bar.Value = progress, cancellationToken);
            });
    }

    private async Task RunAsync(Action<double> report, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outstanding = new Queue<Task>();
        try
        {
            foreach (var line in input.Read())
            {
                failed.Token.ThrowIfCancellationRequested();
                Tell(line);
                if (line is { Issue: { } issue, IsIdMade: false })
                    outstanding.Enqueue(SendAsync(issue, failed.Token));
                if (outstanding.Count >= MaxOutstanding)
                    await outstanding.Dequeue();
                report(input.Progress ?? 0);
            }

            while (outstanding.TryDequeue(out var last))
                await last;
        }
        catch
        {
            // Whatever else is on its way ends too, and is counted where it arrived.
            await failed.CancelAsync();
            await Task.WhenAll(outstanding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task SendAsync(Issue issue, CancellationToken cancellationToken)
    {
        await publisher.PublishAsync(issue, cancellationToken);
        Interlocked.Increment(ref _sent);
    }

    private void Tell(IssueLine line)
    {
        var problem = line switch
        {
            { Issue: null } => line,
            { IsIdMade: true } => line with { Problem = NoId },
            _ => null,
        };
        if (problem is null && line.Remark is null)
            return;
        Bad += problem is null ? 0 : 1;
        if (Bad <= MaxReported)
            terminal.Error.Line(input.Describe(problem ?? line));
        else if (Bad == MaxReported + 1)
            terminal.Error.Line($"{input.Name}: more of them are counted, not listed.");
    }
}
