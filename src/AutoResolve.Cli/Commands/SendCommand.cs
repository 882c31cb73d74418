using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Queues;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.RabbitMQ;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Publishes issues to a queue.</summary>
internal sealed class SendCommand(Terminal terminal) : ICliCommand
{
    private readonly BrokerArguments _broker = new();
    private readonly InputArguments _input = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document with how many were sent");

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve send issues.jsonl --rabbitmq BROKER",
            "autoresolve send tickets.csv --rabbitmq BROKER --queue help-desk --column id=\"Ticket ID\"",
        ];

    public Command Create()
    {
        var command = new Command(
            "send",
            "Publishes issues to a queue, from which workers take them. Each is sent when the broker has confirmed that it keeps it; a "
                + "file that is sent twice is done once. Exit code 1 if some could not be read or have no id."
        )
        {
            _json,
        };
        _input.AddFileTo(command);
        _broker.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddRabbitMqPublisher(_broker.Read(parsed)).BuildServiceProvider();
        using var input = _input.Open(parsed, terminal);
        var run = new SendRun(input, PublisherOf(services), terminal);
        terminal.Written = () => $"{Plural.Of(run.Sent, "issue was", "issues were")} sent";
        try
        {
            await run.RunAsync(cancellationToken);
        }
        catch (RabbitMqException exception)
        {
            throw CommandFailure.Environment(
                $"{SafeText.Line(exception.Message)} {Plural.Of(run.Sent, "issue was", "issues were")} sent; what is sent again is done "
                    + "once."
            );
        }

        if (parsed.GetValue(_json))
            JsonOutput.WriteLine(new JObject { ["sent"] = run.Sent, ["notRead"] = run.Bad }, terminal.Out);
        else
            terminal.Out.Line($"{Plural.Of(run.Sent, "issue")} sent{(run.Bad > 0 ? $", {run.Bad} not" : "")}.");
        return run.Bad == 0 ? ExitCodes.Ok : ExitCodes.Findings;
    }

    /// <exception cref="CommandFailure">What the address says is wrong.</exception>
    private static IIssuePublisher PublisherOf(ServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptions<RabbitMqOptions>>().Value;
            return services.GetRequiredService<IIssuePublisher>();
        }
        catch (OptionsValidationException exception)
        {
            throw CommandFailure.Environment(SafeText.Line(string.Join(' ', exception.Failures)));
        }
    }
}
