using AutoResolve.Cli.Options;
using AutoResolve.Cli.Running;
using AutoResolve.RabbitMQ;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cli.Queues;

/// <summary>Starts what a worker is made of, and stops it in the order in which a host does.</summary>
internal sealed class WorkHost : IAsyncDisposable
{
    private const string UnknownHandler = "AR3034";

    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _started = [];

    public WorkHost(
        RulebookSource source,
        Action<AutoResolveBuilder> useJournal,
        Action<RabbitMqWorkerOptions> worker,
        Action<RabbitMqOptions> broker,
        Terminal terminal
    )
    {
        var services = new ServiceCollection()
            .AddSingleton(terminal.Time)
            .AddSingleton(terminal)
            .AddSingleton(typeof(ILogger<>), typeof(WorkLog<>));
        var builder = services.AddAutoResolve(options =>
        {
            options.RulesFolder = source.Folder;
            options.Rulebook.DefaultLocale = source.Options.DefaultLocale;
            options.Rulebook.AllowExpressions = source.Options.AllowExpressions;
            options.Rulebook.ExpressionParser = source.Options.ExpressionParser;
            options.Rulebook.Handlers = source.Options.Handlers;
        });
        useJournal(builder);
        builder.AddRabbitMqWorker(worker, broker);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Works until it is told to stop.</summary>
    /// <exception cref="CommandFailure">Something is set wrong.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            _services.GetService<IStartupValidator>()?.Validate();
            foreach (var service in _services.GetServices<IHostedService>())
            {
                await service.StartAsync(cancellationToken);
                _started.Add(service);
            }
        }
        catch (OptionsValidationException exception)
        {
            throw CommandFailure.Environment(SafeText.Line(string.Join(' ', exception.Failures)));
        }
        catch (RabbitMqException exception)
        {
            throw CommandFailure.Environment(SafeText.Line(exception.Message));
        }
        catch (RulebookException exception)
        {
            throw CommandFailure.Environment($"{exception.Message}{AboutHandlers(exception)}");
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static string AboutHandlers(RulebookException exception) =>
        exception.Message.Contains(UnknownHandler, StringComparison.Ordinal)
            ? $"{Environment.NewLine}'--handlers NAME,NAME' names the handlers that your hosts have. This worker has none: what needs one "
                + "goes to a person."
            : "";

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Commands.WorkCommand.StopTimeout);
        foreach (var service in Enumerable.Reverse(_started))
            await service.StopAsync(patience.Token);
        await _services.DisposeAsync();
    }
}
