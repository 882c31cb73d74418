using AutoResolve.Actions;
using AutoResolve.Cases;
using AutoResolve.Journaling;
using AutoResolve.Scenarios.Running;
using AutoResolve.Scenarios.Worlds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoResolve.Scenarios.Hosting;

/// <summary>A host as an integrator would write one.</summary>
internal sealed class StoryHost
{
    private readonly ServiceProvider _provider;
    private readonly IReadOnlyList<IHostedService> _services;

    private StoryHost(ServiceProvider provider, Life life)
    {
        (_provider, Life) = (provider, life);
        _services = [.. provider.GetServices<IHostedService>()];
        Processor = provider.GetRequiredService<IIssueProcessor>();
        Switch = provider.GetRequiredService<IKillSwitch>();
        Rulebooks = provider.GetRequiredService<IRulebookMonitor>();
    }

    public IIssueProcessor Processor { get; }

    public IKillSwitch Switch { get; }

    public IRulebookMonitor Rulebooks { get; }

    public Life Life { get; }

    public static async Task<StoryHost> StartAsync(StoryRules rules, World world, Life life, IJournal journal, StoryStore store)
    {
        var host = new StoryHost(Build(rules, world, life, journal, store, await rules.FindCompiledAsync()), life);
        foreach (var service in host._services)
            await service.StartAsync(CancellationToken.None);
        rules.Loaded ??= host.Rulebooks.Current;
        return host;
    }

    /// <summary>Ends in order.</summary>
    public async Task StopAsync()
    {
        foreach (var service in _services.Reverse())
            await service.StopAsync(CancellationToken.None);
        await _provider.DisposeAsync();
    }

    private static ServiceProvider Build(
        StoryRules rules,
        World world,
        Life life,
        IJournal journal,
        StoryStore store,
        IRulebookMonitor? compiled
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton(store.Clock.Time);
        services.AddSingleton(world);
        services.AddSingleton(life);
        services.AddLogging();
        if (compiled is not null)
            services.AddSingleton(compiled);
        services.Configure<ActionOptions>(options =>
        {
            options.Lease = store.Lease ?? options.Lease;
            options.RefreshInterval = store.RefreshInterval ?? options.RefreshInterval;
        });
        services.Configure<CaseOptions>(options =>
        {
            options.AnswerDeadline = rules.Options.AnswerDeadline ?? options.AnswerDeadline;
            options.MaxMessagesPerDay = rules.Options.MaxMessagesPerDay ?? options.MaxMessagesPerDay;
            options.AnswerAfterPerson = rules.Options.AnswerAfterPerson;
        });
        services
            .AddAutoResolve(options =>
            {
                foreach (var (channel, author) in rules.Options.ChannelAuthors)
                    options.ChannelAuthors[channel] = author;
            })
            .UseRules(rules)
            .AddHandler<UnlockHandler>(options => Limit(options, store))
            .AddHandler<LetterHandler>(options => Limit(options, store))
            .AddHandler<EraseHandler>(options => Limit(options, store))
            .AddHandler<LookHandler>(options => Limit(options, store))
            .AddAnswerChannel<HostChannel>()
            .AddTicketSystem<HostTickets>()
            .UseJournal(_ => journal);
        return services.BuildServiceProvider();
    }

    private static void Limit(HandlerOptions options, StoryStore store)
    {
        options.RetryDelay = TimeSpan.FromMilliseconds(10);
        options.AttemptTimeout = store.AttemptTimeout ?? options.AttemptTimeout;
    }
}
