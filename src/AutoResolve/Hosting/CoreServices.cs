using AutoResolve.Actions;
using AutoResolve.Cases;
using AutoResolve.Facts;
using AutoResolve.Journaling;
using AutoResolve.PlugIns;
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
        services.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, RulebookStartup>(host => new RulebookStartup(OptionsCheck.Of(host)))
        );
    }

    private static void AddDeciding(RulebookRegistrar services)
    {
        services.Add<IRuleSource>(provider =>
            RuleSource.Folder(Path.GetFullPath(OptionsOf(provider).CurrentValue.RulesFolder, ContentRoot(provider)))
        );
        services.AddInstance(new RegisteredServices(services.Services, services.Name));
        services.Add<PlugInFactory>();
        services.Add<HandlerRegistry>();
        services.Add<FirstUse>();
        services.Add(StoreOf);
        services.Add<IRulebookMonitor>(provider => provider.GetRequiredService<RulebookStore>());
        services.Add<FactProviders>();
        services.Add<FactFinder>();
        services.Add(provider => new IssueResolver(
            provider.GetRequiredService<IRulebookMonitor>(),
            provider.GetRequiredService<FactFinder>(),
            OptionsOf(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IssueResolver>>(),
            provider.GetRequiredService<Redaction>().Text,
            provider.GetService<IJournal>() is null ? null : () => provider.GetRequiredService<Demotions>().Demoted
        ));
        AddChecked<IIssueResolver, IssueResolver>(services);
        AddChecked<IExplainer, IssueResolver>(services);
    }

    // What needs a journal; it is asked for when one of these is.
    private static void AddProcessing(RulebookRegistrar services)
    {
        services.Add<IRedactor, RulebookRedactor>();
        services.Add(provider => new Redaction(
            new MadeOnce<IRedactor>("what masks personal data", () =>
                provider.GetRequiredService<PlugInFactory>().Make<IRedactor>(provider)
            )
        ));
        AddWithJournal<KillSwitch>(services);
        services.Add<IKillSwitch, HostKillSwitch>();
        AddWithJournal<Demotions>(services);
        AddWithJournal<OpenedJournal>(services);
        services.Add<JournalHealth>();
        services.Add<HostEnd>();
        AddWithJournal<ActionGate>(services);
        AddWithJournal<ActionRecorder>(services);
        AddWithJournal<MessageCount>(services);
        AddWithJournal<RulebookKeeper>(services);
        services.Add<DecisionRecorder>();
        services.Add<OutcomeDelivery>();
        services.Add<ActionUndo>();
        services.Add<ActionRunner>();
        services.Add<ActionRehearsal>();
        AddWithJournal<CaseReader>(services);
        AddWithJournal<CaseSessions>(services);
        services.Add<AnswerDeadline>();
        services.Add<CaseFinisher>();
        services.Add<CaseRecovery>();
        services.Add<PersonReplies>();
        services.Add<UndecidedTurns>();
        services.Add<MessageLimit>();
        services.Add<Restraint>();
        services.Add<CaseWork>();
        services.Add<PlainVerdict>();
        services.Add<OverdueAnswers>();
        AddWithJournal<MergedCases>(services);
        services.Add<JoinedCases>();
        AddWithJournal<EarlierDeeds>(services);
        services.Add<CaseDecider>();
        services.Add<CaseFlow>();
        services.Add<CaseEvents>();
        services.Add<UnwrittenEscalation>();
        services.Add<Approvals>();
        services.Add<WorkInFlight>();
        AddWithJournal<FeedbackCollector>(services);
        services.Add<IFeedbackCollector>(provider => provider.GetRequiredService<FeedbackCollector>());
        services.Add<IssueProcessor>();
        AddChecked<IIssueProcessor, IssueProcessor>(services);
    }

    // One for all: not as a singleton, since nothing can be asked for twice while a singleton is made.
    private static void AddChecked<TService, T>(RulebookRegistrar services)
        where TService : class
        where T : class, TService =>
        services.Add<TService>(
            provider =>
            {
                provider.GetRequiredService<FirstUse>().Check();
                return provider.GetRequiredService<T>();
            },
            ServiceLifetime.Transient
        );

    // A plug-in may ask for the rulebook; so it is made without plug-ins, and handlers, which end after all that calls them, before it.
    private static RulebookStore StoreOf(IServiceProvider provider)
    {
        var handlers = provider.GetRequiredService<HandlerRegistry>();
        return new RulebookStore(
            new MadeOnce<IRuleSource>("the rules", () => provider.GetRequiredService<PlugInFactory>().Make<IRuleSource>(provider)),
            new MadeOnce<RulebookPurpose>("the rules", () => PurposeOf(OptionsCheck.Of(provider), handlers)),
            OptionsOf(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RulebookStore>>()
        );
    }

    private static RulebookPurpose PurposeOf(IServiceProvider provider, HandlerRegistry handlers) =>
        new()
        {
            Handlers = [.. handlers.Handlers.Select(handler => handler.Signature)],
            KeepFiles = provider.GetService<IJournal>() is not null,
        };

    private static void AddWithJournal<T>(RulebookRegistrar services)
        where T : class => services.Add(provider => ActivatorUtilities.CreateInstance<T>(provider, JournalOf(provider)));

    private static IJournal JournalOf(IServiceProvider provider) =>
        provider.GetService<IJournal>()
        ?? throw new InvalidOperationException(
            "Issues are processed only with a journal. "
                + "Add one: AddAutoResolve(…).UseSqliteJournal(\"journal.db\"), or UseInMemoryJournal() for a trial."
        );

    private static IOptionsMonitor<AutoResolveOptions> OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<AutoResolveOptions>>();

    public static string ContentRoot(IServiceProvider provider) =>
        provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory();
}
