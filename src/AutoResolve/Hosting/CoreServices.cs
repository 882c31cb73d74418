using AutoResolve.Actions;
using AutoResolve.Cases;
using AutoResolve.Decisions;
using AutoResolve.Facts;
using AutoResolve.Journaling;
using AutoResolve.PlugIns;
using AutoResolve.Privacy;
using AutoResolve.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>What every rulebook has.</summary>
internal static class CoreServices
{
    public static void AddTo(RulebookRegistrar services)
    {
        AddDeciding(services);
        AddProcessing(services);
        services.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RulebookStartup>(
            host => new RulebookStartup(OptionsCheck.Of(host))));
    }

    private static void AddDeciding(RulebookRegistrar services)
    {
        services.Add<IRuleSource>(provider => new FolderRuleSource(
            Path.GetFullPath(OptionsOf(provider).CurrentValue.RulesFolder, ContentRoot(provider))));
        services.AddInstance(new RegisteredServices(services.Services, services.Name));
        services.Add<PlugInFactory>();
        services.Add(provider => ActivatorUtilities.CreateInstance<HandlerRegistry>(OptionsCheck.Of(provider)));
        services.Add(provider => new LoadTerms
        {
            Handlers = [.. provider.GetRequiredService<HandlerRegistry>().Handlers.Select(handler => handler.Signature)],
            KeepFiles = provider.GetService<IJournal>() is not null,
        });
        services.Add<RulebookStore>();
        services.Add<IRulebookMonitor>(provider => provider.GetRequiredService<RulebookStore>());
        services.Add<FactProviders>();
        services.Add<FactFinder>();
        services.Add(provider => new IssueResolver(
            OptionsCheck.Of(provider).GetRequiredService<IRulebookMonitor>(),
            provider.GetRequiredService<FactFinder>(),
            OptionsOf(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IssueResolver>>(),
            provider.GetRequiredService<FormWriter>(),
            provider.GetService<IJournal>() is null ? null : () => provider.GetRequiredService<Demotions>().Demoted));
        services.Add<IIssueResolver>(provider => provider.GetRequiredService<IssueResolver>());
        services.Add<IExplainer>(provider => provider.GetRequiredService<IssueResolver>());
    }

    // What needs a journal; it is asked for when one of these is.
    private static void AddProcessing(RulebookRegistrar services)
    {
        services.Add<IRedactor, PersonalDataRedactor>();
        services.Add<Redaction>();
        services.Add(provider => new FormWriter(provider.GetRequiredService<Redaction>().Text));
        AddWithJournal<KillSwitch>(services);
        services.Add<IKillSwitch, HostKillSwitch>();
        AddWithJournal<Demotions>(services);
        AddWithJournal<OpenedJournal>(services);
        services.Add<JournalHealth>();
        AddWithJournal<ActionGate>(services);
        AddWithJournal<ActionJournal>(services);
        AddWithJournal<RulebookKeeper>(services);
        services.Add<DecisionJournal>();
        services.Add<OutcomeDelivery>();
        services.Add<ActionRunner>();
        AddWithJournal<CaseReader>(services);
        AddWithJournal<CaseSessions>(services);
        services.Add<CaseFinisher>();
        services.Add<CaseRecovery>();
        services.Add<CaseWork>();
        services.Add<CaseFlow>();
        services.Add<UnwrittenEscalation>();
        services.Add<Approvals>();
        services.Add<WorkInFlight>();
        AddWithJournal<FeedbackCollector>(services);
        services.Add<IFeedbackCollector>(provider => provider.GetRequiredService<FeedbackCollector>());
        services.Add<IIssueProcessor, IssueProcessor>();
    }

    private static void AddWithJournal<T>(RulebookRegistrar services)
        where T : class => services.Add(provider => ActivatorUtilities.CreateInstance<T>(provider, JournalOf(provider)));

    private static IJournal JournalOf(IServiceProvider provider) => provider.GetService<IJournal>()
        ?? throw new InvalidOperationException(
            "Issues are processed only with a journal. "
            + "Add one: AddAutoResolve(…).UseSqliteJournal(\"journal.db\"), or UseInMemoryJournal() for a trial.");

    private static IOptionsMonitor<AutoResolveOptions> OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<AutoResolveOptions>>();

    public static string ContentRoot(IServiceProvider provider) =>
        provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory();
}
