using AutoResolve;
using AutoResolve.Actions;
using AutoResolve.Cases;
using AutoResolve.Decisions;
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
    /// <summary>
    /// Adds <see cref="IIssueResolver"/>, <see cref="IExplainer"/> and <see cref="IRulebookMonitor"/>. Safe to call more than once; options add up.
    /// </summary>
    /// <remarks>In a host the rules are loaded when it starts, and a broken rulebook keeps it from starting. Without a host they are
    /// loaded when <see cref="IIssueResolver"/> is first asked for. Either way a <see cref="RulebookException"/> lists all
    /// errors.</remarks>
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
        services.AddOptions<ActionOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HandlerOptions>, HandlerOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ActionOptions>, ActionOptionsValidator>());
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
        services.TryAddSingleton(provider => new IssueResolver(
            provider.GetRequiredService<IRulebookMonitor>(),
            provider.GetRequiredService<FactFinder>(),
            provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf<IssueResolver>(provider),
            provider.GetRequiredService<FormWriter>(),
            provider.GetService<IJournal>() is null ? null : () => provider.GetRequiredService<Demotions>().Demoted));
        services.TryAddSingleton<IIssueResolver>(provider => provider.GetRequiredService<IssueResolver>());
        services.TryAddSingleton<IExplainer>(provider => provider.GetRequiredService<IssueResolver>());
        AddProcessing(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RulebookStartup>());
        return new AutoResolveBuilder(services);
    }

    // What needs a journal; it is asked for when one of these is.
    private static void AddProcessing(IServiceCollection services)
    {
        services.TryAddSingleton<IRedactor, PersonalDataRedactor>();
        services.TryAddSingleton<Redaction>();
        services.TryAddSingleton(provider => new FormWriter(provider.GetRequiredService<Redaction>().Text));
        services.TryAddSingleton(
            provider => ActivatorUtilities.CreateInstance<KillSwitch>(provider, JournalOf(provider), LoggerOf<KillSwitch>(provider)));
        services.TryAddSingleton<IKillSwitch, HostKillSwitch>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<Demotions>(provider, JournalOf(provider)));
        services.TryAddSingleton(provider => new OpenedJournal(JournalOf(provider)));
        services.TryAddSingleton<JournalHealth>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<ActionGate>(provider, JournalOf(provider)));
        services.TryAddSingleton(
            provider =>
            new ActionJournal(
            JournalOf(provider),
            provider.GetRequiredService<Redaction>(),
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf<ActionJournal>(provider)));
        services.TryAddSingleton(
            provider =>
            new RulebookKeeper(JournalOf(provider), provider.GetRequiredService<IRulebookMonitor>(), LoggerOf<RulebookKeeper>(provider)));
        services.TryAddSingleton<DecisionJournal>();
        services.TryAddSingleton<OutcomeDelivery>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<ActionRunner>(provider, LoggerOf<ActionRunner>(provider)));
        services.TryAddSingleton(provider => new CaseReader(JournalOf(provider)));
        services.TryAddSingleton(
            provider => ActivatorUtilities.CreateInstance<CaseSessions>(provider, JournalOf(provider), LoggerOf<CaseSession>(provider)));
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<CaseFinisher>(provider, LoggerOf<CaseFinisher>(provider)));
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<CaseRecovery>(provider, LoggerOf<CaseRecovery>(provider)));
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<CaseWork>(provider, LoggerOf<CaseWork>(provider)));
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<CaseFlow>(provider, LoggerOf<CaseFlow>(provider)));
        services.TryAddSingleton(
            provider => ActivatorUtilities.CreateInstance<UnwrittenEscalation>(provider, LoggerOf<UnwrittenEscalation>(provider)));
        services.TryAddSingleton<Approvals>();
        services.TryAddSingleton<WorkInFlight>();
        services.TryAddSingleton<IFeedbackCollector>(provider => new FeedbackCollector(
            JournalOf(provider),
            provider.GetRequiredService<Demotions>(),
            provider.GetRequiredService<IRulebookMonitor>(),
            provider.GetRequiredService<Redaction>(),
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf<FeedbackCollector>(provider)));
        services.TryAddSingleton<IIssueProcessor>(
            provider => ActivatorUtilities.CreateInstance<IssueProcessor>(provider, LoggerOf<IssueProcessor>(provider)));
    }

    private static AutoResolveOptions OptionsOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value;
        options.Rulebook.Signatures = [.. provider.GetRequiredService<HandlerRegistry>().Handlers.Select(handler => handler.Signature)];
        options.Rulebook.KeepFiles = provider.GetService<IJournal>() is not null;
        return options;
    }

    private static IJournal JournalOf(IServiceProvider provider) => provider.GetService<IJournal>()
        ?? throw new InvalidOperationException(
            "Issues are processed only with a journal. "
            + "Add one: AddAutoResolve(…).UseSqliteJournal(\"journal.db\"), or UseInMemoryJournal() for a trial.");

    private static ILogger<T> LoggerOf<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
