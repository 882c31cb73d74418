using AutoResolve;
using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Privacy;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AutoResolve to a host.</summary>
public static class AutoResolveServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IIssueResolver"/> and <see cref="IRulebookMonitor"/>. Safe to call more than once; options add up.</summary>
    /// <remarks>In a host the rules are loaded when it starts, and a broken rulebook keeps it from starting. Without a host they are
    /// loaded when <see cref="IIssueResolver"/> is first asked for. Either way a <see cref="RulebookException"/> lists all errors.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options, such as the folder of rules.</param>
    /// <returns>A builder that adds plug-ins.</returns>
    public static AutoResolveBuilder AddAutoResolve(this IServiceCollection services, Action<AutoResolveOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<AutoResolveOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AutoResolveOptions>, AutoResolveOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HandlerOptions>();
        services.AddOptions<ActionOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HandlerOptions>, HandlerOptionsValidator>());
        services.TryAddSingleton(provider => new HandlerRegistry(
            provider.GetServices<HandlerRegistration>().Select(registration => registration.Create(provider)),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new RulebookStore(
            OptionsOf(provider),
            provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory(),
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf<RulebookStore>(provider)));
        services.TryAddSingleton<IRulebookMonitor>(provider => provider.GetRequiredService<RulebookStore>());
        services.TryAddSingleton(provider => new FactFinder(
            provider.GetServices<IFactProvider>(),
            provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value.FactTimeout,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IIssueResolver>(provider => new IssueResolver(
            provider.GetRequiredService<IRulebookMonitor>(),
            provider.GetRequiredService<FactFinder>(),
            provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf<IssueResolver>(provider),
            new FormWriter(provider.GetRequiredService<Redaction>()),
            provider.GetService<IJournal>() is null ? null : () => provider.GetRequiredService<ControlState>().Demoted));
        AddProcessing(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RulebookStartup>());
        return new AutoResolveBuilder(services);
    }

    // What needs a journal; it is asked for when one of these is.
    private static void AddProcessing(IServiceCollection services)
    {
        services.TryAddSingleton<IRedactor, PersonalDataRedactor>();
        services.TryAddSingleton<Redaction>();
        services.TryAddSingleton(provider => new ControlState(JournalOf(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Redaction>()));
        services.TryAddSingleton<IActionSwitch>(provider => provider.GetRequiredService<ControlState>());
        services.TryAddSingleton(provider => new ActionGate(provider.GetRequiredService<ControlState>(), JournalOf(provider), provider.GetRequiredService<IOptionsMonitor<ActionOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new ActionJournal(JournalOf(provider), provider.GetRequiredService<Redaction>(), provider.GetRequiredService<TimeProvider>(), LoggerOf<ActionJournal>(provider)));
        services.TryAddSingleton(provider => new RulebookKeeper(JournalOf(provider), provider.GetRequiredService<IRulebookMonitor>(), LoggerOf<RulebookKeeper>(provider)));
        services.TryAddSingleton(provider => new DecisionJournal(
            JournalOf(provider),
            provider.GetRequiredService<RulebookKeeper>(),
            provider.GetRequiredService<Redaction>(),
            provider.GetRequiredService<ControlState>(),
            provider.GetRequiredService<IOptionsMonitor<ActionOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new ActionRunner(
            provider.GetRequiredService<HandlerRegistry>(),
            provider.GetRequiredService<ActionGate>(),
            provider.GetRequiredService<ActionJournal>(),
            provider.GetRequiredService<IOptionsMonitor<ActionOptions>>(),
            LoggerOf<ActionRunner>(provider)));
        services.TryAddSingleton(provider => new OutcomeDelivery(provider.GetRequiredService<HandlerRegistry>(), LoggerOf<OutcomeDelivery>(provider)));
        services.TryAddSingleton(provider => new Recovery(
            JournalOf(provider),
            provider.GetRequiredService<HandlerRegistry>(),
            provider.GetRequiredService<ActionRunner>(),
            provider.GetRequiredService<ActionJournal>(),
            provider.GetRequiredService<ControlState>(),
            provider.GetRequiredService<OutcomeDelivery>(),
            provider.GetRequiredService<IOptionsMonitor<ActionOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf<Recovery>(provider)));
        services.TryAddSingleton<IFeedbackCollector>(provider => new FeedbackCollector(
            JournalOf(provider),
            provider.GetRequiredService<ControlState>(),
            provider.GetRequiredService<IRulebookMonitor>(),
            provider.GetRequiredService<Redaction>(),
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf<FeedbackCollector>(provider)));
        services.TryAddSingleton<IIssueProcessor>(provider => new IssueProcessor(
            provider.GetRequiredService<IIssueResolver>(),
            JournalOf(provider),
            provider.GetRequiredService<DecisionJournal>(),
            provider.GetRequiredService<ActionJournal>(),
            provider.GetRequiredService<ActionRunner>(),
            provider.GetRequiredService<OutcomeDelivery>(),
            provider.GetRequiredService<Recovery>(),
            provider.GetRequiredService<IOptionsMonitor<ActionOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf<IssueProcessor>(provider)));
    }

    private static AutoResolveOptions OptionsOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value;
        options.Rulebook.Signatures = [.. provider.GetRequiredService<HandlerRegistry>().Handlers.Select(handler => handler.Signature)];
        options.Rulebook.KeepFiles = provider.GetService<IJournal>() is not null;
        return options;
    }

    private static IJournal JournalOf(IServiceProvider provider) => provider.GetService<IJournal>()
        ?? throw new InvalidOperationException("Issues are processed only with a journal. Add one: AddAutoResolve(…).UseSqliteJournal(\"journal.db\"), or UseInMemoryJournal() for a trial.");

    private static ILogger<T> LoggerOf<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
