using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoResolve.Crash.Hosting;

/// <summary>A host as an integrator would write one, which does as it is told.</summary>
internal sealed class CrashHost : IAsyncDisposable
{
    private const int LosingCases = 5;

    private readonly HostSettings _settings;
    private readonly Func<int, CaseStory> _stories;
    private readonly ServiceProvider _provider;
    private readonly IIssueProcessor _processor;

    /// <param name="settings">What it is.</param>
    /// <param name="stories">What is written in the cases.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="useJournal">Adds the journal.</param>
    public CrashHost(HostSettings settings, Func<int, CaseStory> stories, TimeProvider clock, Action<AutoResolveBuilder> useJournal)
    {
        (_settings, _stories) = (settings, stories);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        services.AddSingleton<HostFiles>();
        services.AddSingleton<HeldCases>();
        services.AddSingleton<World>();
        services.AddSingleton<StallWatch>();
        services.Configure<ActionOptions>(options =>
        {
            options.Lease = settings.Lease;
            options.RefreshInterval = settings.Lease / 4;
            options.ApprovalExpiry = HostSettings.ApprovalExpiry;
            options.WaitForCase = HostSettings.WaitForCase;

            // However busy the machine is: nothing is to go to a person for that.
            options.MaxWait = TimeSpan.FromMinutes(10);
        });
        var builder = services
            .AddAutoResolve(options =>
            {
                options.RulesFolder = Path.Combine(AppContext.BaseDirectory, "crash-rules");
                options.ReloadOnChange = false;
            })
            .AddHandler<SetFlagHandler>()
            .AddHandler<SendLetterHandler>()
            .AddHandler<EraseHandler>()
            .AddHandler<RefuseHandler>()
            .AddAnswerChannel<RecordingChannel>()
            .AddTicketSystem<RecordingTickets>();
        useJournal(builder);
        var processor = services.Last(service => service.ServiceType == typeof(IIssueProcessor)).ImplementationFactory!;
        services.AddTransient(provider => EachDelivery.Of((IIssueProcessor)processor(provider), provider.GetRequiredService<HeldCases>()));
        _provider = services.BuildServiceProvider();
        _processor = _provider.GetRequiredService<IIssueProcessor>();
    }

    /// <summary>One of a run.</summary>
    public static CrashHost Of(HostSettings settings) =>
        new(
            settings,
            number => CaseStory.Of(settings.Seed, number),
            new ShiftedClock(TimeSpan.FromMinutes(settings.ClockMinutes)),
            builder =>
            {
                builder.UseJournalOf(settings);
                if (settings.Queue is { } queue)
                    builder.TakeFrom(queue);
            }
        );

    /// <summary>
    /// Starts what runs in the background. Where the journal cannot be used just then it is tried again, as whoever watches over hosts
    /// does.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _ = _provider.GetRequiredService<StallWatch>().RunAsync(cancellationToken);
        foreach (var service in _provider.GetServices<IHostedService>())
        {
            while (!await TryStartAsync(service, cancellationToken))
                await Task.Delay(StallWatch.Limit(_settings), cancellationToken);
        }
    }

    /// <summary>Does what it is told.</summary>
    public async Task<Reply> HandleAsync(Order order, CancellationToken cancellationToken)
    {
        try
        {
            return await DoAsync(order, _stories(order.Case), cancellationToken) with { Id = order.Id };
        }
        catch (ArgumentException exception) when (order.Do == OrderKind.Approve)
        {
            return new Reply { Id = order.Id, Refusal = exception.Message };
        }
        catch (Exception exception) when (exception is TimeoutException or JournalException)
        {
            return new Reply { Id = order.Id, Status = DispositionStatus.UnderWay };
        }
        catch (Exception exception)
        {
            return new Reply { Id = order.Id, Failure = exception.ToString().ReplaceLineEndings(" ") };
        }
    }

    /// <summary>Writes nothing down any more: it is dead.</summary>
    public void CloseFiles() => _provider.GetRequiredService<HostFiles>().Dispose();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private async Task<Reply> DoAsync(Order order, CaseStory story, CancellationToken cancellationToken)
    {
        var issue = story.Issue(order.Version, order.Turn);

        // However it comes, and to whichever host: no other delivery makes good for it.
        var isLosing = _settings.Sabotage == Sabotage.LoseTurns && order.Case % LosingCases == 0;
        if (isLosing && order is { Do: OrderKind.Continue, Turn: 1 })
            return new Reply();
        if (isLosing)
            issue = issue with { Turns = [.. issue.Turns.Skip(1)] };
        return order.Do switch
        {
            OrderKind.Process => Answer(await _processor.ProcessAsync(issue, cancellationToken)),
            OrderKind.Continue => Answer(await _processor.ContinueAsync(story.Reference, story.Turn(order.Turn), cancellationToken)),
            OrderKind.Approve => Answer(await _processor.ApproveAsync(issue, order.Key!, "supervisor-7", cancellationToken)),
            _ => new Reply { TakenUp = await _processor.RecoverAsync(cancellationToken) },
        };
    }

    private static Reply Answer(Disposition disposition) =>
        new()
        {
            Status = disposition.Status,
            Outcome = disposition.Outcome,
            IsUnwritten = disposition is { IsJournaled: false, Status: not DispositionStatus.UnderWay },
            Done = [.. disposition.Actions.Where(action => action.State == ActionState.Succeeded).Select(action => action.Key)],
        };

    private static async Task<bool> TryStartAsync(IHostedService service, CancellationToken cancellationToken)
    {
        try
        {
            await service.StartAsync(cancellationToken);
            return true;
        }
        catch (JournalException)
        {
            return false;
        }
    }
}
