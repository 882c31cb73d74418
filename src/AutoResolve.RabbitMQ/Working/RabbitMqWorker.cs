using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.RabbitMQ.Connecting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>
/// Takes messages and has them processed, for as long as the host runs. A connection that is lost is made anew, and all that hangs on it.
/// </summary>
internal sealed class RabbitMqWorker : BackgroundService
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(15);

    private readonly BrokerConnector _connector;
    private readonly Topology _topology;
    private readonly WorkPlace _place;
    private readonly Waiting _held = new(Telemetry.Holds);
    private readonly IOptionsMonitor<ActionOptions> _actions;
    private WorkSession? _session;

    /// <remarks>Without a journal there is no processor, which says so better than the container does.</remarks>
    public RabbitMqWorker(
        IIssueProcessor processor,
        IOptions<RabbitMqOptions> options,
        IOptions<RabbitMqWorkerOptions> worker,
        IOptionsMonitor<ActionOptions> actions,
        TimeProvider timeProvider,
        ILogger<RabbitMqWorker> logger,
        IJournal? journal = null
    )
    {
        _actions = actions;
        _connector = new BrokerConnector(options.Value);
        _topology = new Topology(options.Value, worker.Value);
        var holding = new Holding(_held, timeProvider, logger);
        _place = new WorkPlace(
            options.Value,
            worker.Value,
            _topology.Names,
            new MessageHandler(processor, worker.Value, holding, timeProvider, logger),
            new DeadLetterHandler(processor, journal!, _topology.Names, worker.Value, holding, logger),
            new Waiting(Telemetry.Untold),
            timeProvider,
            logger
        );
    }

    /// <summary>Why it takes nothing; null where it is connected.</summary>
    public string? Problem { get; private set; } = "The worker has not been started.";

    /// <summary>The queue of work.</summary>
    public string Queue => _topology.Names.Work;

    /// <summary>How many messages are held since the journal cannot be used.</summary>
    public int Holding => _held.Count;

    /// <summary>How many messages are done and wait, since the broker does not confirm what becomes of them.</summary>
    public int Unconfirmed => _place.Unconfirmed.Count;

    /// <summary>What is set wrong keeps the host from starting; a broker that is away does not.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _session = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RabbitMqException exception) when (!exception.IsSetting)
        {
            Problem = exception.Message;
            Log.Away(_place.Logger, exception.Message, FirstDelay.TotalSeconds);
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_session is not { } session)
            {
                _session = await FindAsync(stoppingToken).ConfigureAwait(false);
                continue;
            }

            var closed = session.Closed;
            await Task.WhenAny(closed, Task.Delay(Timeout.InfiniteTimeSpan, _place.TimeProvider, stoppingToken)).ConfigureAwait(false);
            if (stoppingToken.IsCancellationRequested)
                break;
            Problem = $"The connection to the broker is lost ({await closed.ConfigureAwait(false)}).";
            Log.Lost(_place.Logger, await closed.ConfigureAwait(false));
            await session.DisposeAsync().ConfigureAwait(false);
            _session = null;
        }

        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Ends also what was begun at the start, where a stop came so soon that nothing has run since.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    private async Task EndAsync()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            await session.EndAsync(_actions.CurrentValue.ShutdownTimeout).ConfigureAwait(false);
            await session.DisposeAsync().ConfigureAwait(false);
        }

        Problem = "The worker has been stopped.";
    }

    /// <returns>Null where the host stops.</returns>
    private async Task<WorkSession?> FindAsync(CancellationToken stoppingToken)
    {
        for (var delay = FirstDelay; !stoppingToken.IsCancellationRequested; delay = delay * 2 < MaxDelay ? delay * 2 : MaxDelay)
        {
            try
            {
                return await ConnectAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (RabbitMqException exception)
            {
                Problem = exception.Message;
                Log.Away(_place.Logger, exception.Message, delay.TotalSeconds);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }

            await Task.Delay(delay, _place.TimeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    /// <exception cref="RabbitMqException">The broker is away, or is not as the options say.</exception>
    private async Task<WorkSession> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await _connector
            .ConnectAsync($"autoresolve worker {Environment.MachineName}", cancellationToken)
            .ConfigureAwait(false);
        try
        {
            await _topology.MakeAsync(connection, cancellationToken).ConfigureAwait(false);
            var session = await WorkSession.BeginAsync(_place, connection, cancellationToken).ConfigureAwait(false);
            Problem = null;
            Log.Working(_place.Logger, _topology.Names.Work, BrokerProblem.Address(_place.Options), _place.Worker.Concurrency);
            return session;
        }
        catch (Exception exception)
            when (!cancellationToken.IsCancellationRequested
                && BrokerProblem.Of(exception, _place.Options, $"the queue '{_topology.Names.Work}'") is { } problem
            )
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw problem;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
