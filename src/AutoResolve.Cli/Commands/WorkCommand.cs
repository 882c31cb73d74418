using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Queues;
using AutoResolve.Cli.Running;
using AutoResolve.RabbitMQ;

namespace AutoResolve.Cli.Commands;

/// <summary>A worker on a queue.</summary>
internal sealed class WorkCommand(Terminal terminal) : ICliCommand
{
    /// <summary>How long it may take to finish what is being worked on.</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The verb.</summary>
    public const string Name = "work";

    private readonly BrokerArguments _broker = new();
    private readonly JournalArguments _journal = new();
    private readonly SecretArguments _secrets = new();
    private readonly RulebookArguments _rulebook = new();
    private readonly Option<int> _concurrency = new("--concurrency")
    {
        Description = "How many issues are worked on at once.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => new RabbitMqWorkerOptions().Concurrency,
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve work --rabbitmq BROKER --postgres JOURNAL --secrets SECRETS",
            "autoresolve work --rabbitmq BROKER --journal journal.db --queue help-desk",
        ];

    public Command Create()
    {
        var command = new Command(
            Name,
            "Takes issues from a queue, decides them and writes the journal, until Ctrl-C. It has no channel to customers and no "
                + "ticket system: whoever listens to the exchange NAME.dispositions gets what became of each issue. Any number of workers "
                + "may share a queue and a journal."
        )
        {
            _concurrency,
        };
        _broker.AddTo(command);
        _journal.AddTo(command);
        _secrets.AddTo(command);
        _rulebook.AddTo(command);
        _concurrency.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1024)
                result.AddError("'--concurrency' is 1 to 1024.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var broker = _broker.Read(parsed);
        var concurrency = parsed.GetValue(_concurrency);
        await using var host = new WorkHost(
            _rulebook.Read(parsed),
            builder => _journal.UseIn(builder, parsed, _secrets),
            worker => (worker.Concurrency, worker.Prefetch) = (concurrency, 2 * concurrency),
            broker,
            terminal
        );
        terminal.Written = () => "what it had begun was finished or is left to others";
        await host.RunAsync(cancellationToken);
        return ExitCodes.Interrupted;
    }
}
