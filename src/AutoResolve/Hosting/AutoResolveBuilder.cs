using AutoResolve.Actions;
using AutoResolve.Actions.BuiltIn;
using AutoResolve.Cases;
using AutoResolve.Expressions;
using AutoResolve.Facts;
using AutoResolve.Journaling;
using AutoResolve.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Adds plug-ins to a rulebook.</summary>
public sealed class AutoResolveBuilder
{
    private readonly RulebookRegistrar _registrar;
    private readonly OptionsRegistrar _options;

    private AutoResolveBuilder(RulebookRegistrar registrar, OptionsRegistrar options) => (_registrar, _options) = (registrar, options);

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services => _registrar.Services;

    /// <summary>The name of the rulebook, by which its services are keyed and its options called; null for the one without.</summary>
    public string? Name => _registrar.Name;

    /// <summary>Adds options of a plug-in: of the rulebook's name, bound to a section of its configuration, checked at start with all
    /// others. The plug-in asks for <see cref="IOptionsMonitor{TOptions}"/> or <see cref="IOptions{TOptions}"/>, and gets those of its
    /// rulebook.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="section">The section within that of the rulebook: <c>Journal</c>; empty for the rulebook's own.</param>
    /// <returns>Sets and checks them.</returns>
    public OptionsBuilder<T> AddOptions<T>(string section)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(section);
        return _options.Add<T>(section);
    }

    /// <summary>Sets where rule files come from. Default: <see cref="AutoResolveOptions.RulesFolder"/>.</summary>
    /// <param name="source">The source; <see cref="RuleSource"/> has some.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseRules(IRuleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _registrar.Replace(_ => source);
        return this;
    }

    /// <summary>Sets where rule files come from, as a singleton of the integrator's. Default:
    /// <see cref="AutoResolveOptions.RulesFolder"/>.</summary>
    /// <typeparam name="T">The source.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseRules<T>()
        where T : class, IRuleSource
    {
        _registrar.Replace<IRuleSource, T>();
        return this;
    }

    /// <summary>Lets rules hold C#-like expressions. They are code: only for rules you trust.</summary>
    /// <remarks>It sets <see cref="RulebookOptions.ExpressionParser"/> and <see cref="RulebookOptions.AllowExpressions"/>. Whatever else
    /// sets
    /// the latter counts, wherever it stands: so configuration can forbid them without a change of code.</remarks>
    /// <param name="parser">Reads them: <c>RulesEngineExpressions.Parser</c> of the package AutoResolve.RulesEngine.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseExpressions(IExpressionParser parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        var configure = new ConfigureNamedOptions<AutoResolveOptions>(RulebookName.Options(Name), options =>
            (options.Rulebook.AllowExpressions, options.Rulebook.ExpressionParser) = (true, parser)
        );
        Services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<AutoResolveOptions>>(configure));
        return this;
    }

    /// <summary>Adds a source of facts. Adding the same type twice adds it once.</summary>
    /// <remarks>Facts are looked up side by side: where the provider is no singleton, each look-up has one of its own, in a scope of its
    /// own, which is disposed of when it ends, also where that is after <see cref="AutoResolveOptions.FactTimeout"/>. To read its
    /// <see cref="IFactProvider.Names"/> one is made when the rules are loaded.</remarks>
    /// <typeparam name="T">The provider. Where the host registers it itself, that counts.</typeparam>
    /// <param name="lifetime">How long one lives.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddFactProvider<T>(ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where T : class, IFactProvider
    {
        _registrar.Add<T>(lifetime);
        if (!_registrar.Instances<FactProviderRegistration>().Any(known => known.Provider == typeof(T)))
            _registrar.AddInstance(new FactProviderRegistration(typeof(T)));
        return this;
    }

    /// <summary>Adds a handler of actions. Rules are checked against it when they are loaded. Adding the same type twice adds it
    /// once.</summary>
    /// <remarks>
    /// Where it is no singleton it is made for each call, in a scope of its own, which is disposed of when the call ends, also where that
    /// is after the time limit. A call is one attempt, one verification, one undoing or one rehearsal, so that a handler keeps nothing
    /// between them. To read its name, safety and so on one is made when the rules are loaded; where that cannot be done, the host does
    /// not start. Where it cannot be made later, the action fails and a person gets the issue.
    /// </remarks>
    /// <typeparam name="T">The handler: an <see cref="IActionHandler{TParameters}"/>. Where the host registers it itself, that counts.
    /// It may ask for <see cref="IRulebookMonitor"/>, <see cref="IIssueResolver"/> and the like, and use them when it is
    /// called.</typeparam>
    /// <param name="configure">Sets its timeouts, retries and limits.</param>
    /// <param name="lifetime">How long one lives. A singleton is called from several threads.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not a handler, or one of several kinds of parameters.</exception>
    public AutoResolveBuilder AddHandler<T>(Action<HandlerOptions>? configure = null, ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where T : class
    {
        _registrar.Add<T>(lifetime);
        AddHandler(typeof(T), typeof(T));
        if (configure is not null)
            Services.Configure(RulebookName.Options(Name, typeof(T).FullName), configure);
        return this;
    }

    /// <summary>Sets how answers and questions reach customers, and adds the handlers <c>reply</c> and <c>ask</c>.</summary>
    /// <remarks>Whatever a rule answers or asks is then sent; it need not name these handlers. Where the channel is no singleton, each
    /// call has one of its own, as with <see cref="AddHandler{T}"/>.</remarks>
    /// <typeparam name="T">The channel. Where the host registers an <see cref="IAnswerChannel"/> itself, that counts.</typeparam>
    /// <param name="lifetime">How long one lives.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddAnswerChannel<T>(ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where T : class, IAnswerChannel
    {
        _registrar.Add<IAnswerChannel, T>(lifetime);
        return AddHandlerOf<ReplyHandler, IAnswerChannel>().AddHandlerOf<AskHandler, IAnswerChannel>();
    }

    /// <summary>Sets the ticket system, and adds the handlers <c>route</c>, <c>escalate</c>, <c>update</c> and <c>tag</c>.</summary>
    /// <remarks>It is then told of each issue that goes to a team or a person, for whatever reason; rules need not name these
    /// handlers. Where the ticket system is no singleton, each call has one of its own, as with <see cref="AddHandler{T}"/>.</remarks>
    /// <typeparam name="T">The ticket system. Where the host registers an <see cref="ITicketSystem"/> itself, that counts.</typeparam>
    /// <param name="lifetime">How long one lives.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddTicketSystem<T>(ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where T : class, ITicketSystem
    {
        _registrar.Add<ITicketSystem, T>(lifetime);
        return AddHandlerOf<RouteHandler, ITicketSystem>()
            .AddHandlerOf<EscalateHandler, ITicketSystem>()
            .AddHandlerOf<UpdateHandler, ITicketSystem>()
            .AddHandlerOf<TagHandler, ITicketSystem>();
    }

    /// <summary>Adds the handler <c>webhook</c>, which posts decisions to the hosts that are allowed.</summary>
    /// <remarks>Options are checked at start. No redirect is followed, no cookie kept, no more than 64 KiB of an answer read.</remarks>
    /// <param name="configure">Sets the secret and the hosts, where they do not come from configuration (<c>Webhook</c>).</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddWebhook(Action<WebhookOptions>? configure = null)
    {
        var options = AddOptions<WebhookOptions>("Webhook");
        if (configure is not null)
            options.Configure(configure);
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());

        // Time limits are the pipeline's. The client's own log messages hold the address, which may hold personal data.
        Services
            .AddHttpClient(WebhookHandler.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    MaxResponseDrainSize = 0,
                }
            )
            .RemoveAllLoggers();
        return AddHandler<WebhookHandler>(lifetime: ServiceLifetime.Singleton);
    }

    /// <summary>Adds the facts <c>incident</c>, <c>incidentTitle</c>, <c>incidentStatus</c> and <c>incidentWorkaround</c>, about the
    /// open incident of the product, from a
    /// JSON file that staff edit. Each is <c>none</c> where there is no such thing, and unknown where the file cannot be read.</summary>
    /// <remarks>A changed file is read anew unless <see cref="AutoResolveOptions.ReloadOnChange"/> is off. A broken change is logged, and
    /// the last good list kept. Where this is called
    /// more than once, the first call counts.</remarks>
    /// <param name="path">The file; its name ends in <c>.json</c>. A relative path starts at the host's content root, or without a host
    /// at the current folder. Keep it in a folder of its
    /// own, outside the folder of rules: the folder is watched.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddIncidents(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The name of a file of incidents ends in .json.", nameof(path));
        _registrar.Add(provider => new IncidentStore(
            Path.GetFullPath(path, CoreServices.ContentRoot(provider)),
            provider.GetRequiredService<IOptionsMonitor<AutoResolveOptions>>().CurrentValue,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IncidentStore>>()
        ));
        _registrar.AddHosted<IncidentStartup>();
        return AddFactProvider<IncidentFacts>(ServiceLifetime.Singleton);
    }

    /// <summary>Sets what masks personal data in whatever is written down. Default: the redactor of the rulebook in force, which masks
    /// social security, account, card and telephone numbers, dates of birth, addresses, what links carry, names that are introduced as
    /// such, and what the profile of the rules names; not what helpers need, such as ids of tickets and codes of errors.</summary>
    /// <typeparam name="T">The redactor.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseRedactor<T>()
        where T : class, IRedactor
    {
        _registrar.Replace<IRedactor, T>();
        return this;
    }

    /// <summary>
    /// Sets the journal, without which no action is carried out. In a host it is read at start, and what is unfinished in it taken up.
    /// </summary>
    /// <param name="create">Makes the journal.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseJournal(Func<IServiceProvider, IJournal> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        _registrar.Replace(provider => create(OptionsCheck.Of(provider)));
        _registrar.AddHosted<JournalService>();
        return this;
    }

    /// <summary>Sets a journal that ends with the process: for tests and trials. After a crash nothing is known of what was done.</summary>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseInMemoryJournal() =>
        UseJournal(provider => new InMemoryJournal(provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds what the host starts and stops with it, once: a plug-in that takes issues in, such as a worker on a queue. It gets the
    /// services of its rulebook. Options are checked before it is made.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddHostedService<T>()
        where T : class, IHostedService
    {
        _registrar.AddHosted<T>();
        return this;
    }

    /// <exception cref="InvalidOperationException">There is such a rulebook already.</exception>
    internal static AutoResolveBuilder Create(
        IServiceCollection services,
        string? name,
        IConfiguration? configuration,
        Action<AutoResolveOptions>? configure
    )
    {
        var registrar = new RulebookRegistrar(services, name);
        if (registrar.Instances<RulebookName>().Any())
        {
            const string Once = "Call it once, and add all that belongs to the rulebook to the builder that it returns.";
            throw new InvalidOperationException(
                name is null
                    ? $"AddAutoResolve is called twice without a name. {Once} A second rulebook needs a name: "
                        + $"AddAutoResolve(\"name\", …)."
                    : $"AddAutoResolve is called twice with the name '{name}'. {Once} Another rulebook needs another name."
            );
        }

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        OptionsRegistrar.AddChecks(services);

        var builder = new AutoResolveBuilder(registrar, new OptionsRegistrar(registrar, configuration));
        registrar.AddInstance(new RulebookName(name));
        var options = builder.AddOptions<AutoResolveOptions>("");
        if (configure is not null)
            options.Configure(configure);
        builder.AddOptions<ActionOptions>("Actions");
        builder.AddOptions<CaseOptions>("Cases");
        if (name is not null)
            registrar.Add<IOptionsMonitor<HandlerOptions>>(provider => OptionsRegistrar.Of<HandlerOptions>(provider, name));
        if (name is null)
            UnnamedRulebook.RemoveStandIn(services);
        CoreServices.AddTo(registrar);
        if (name is not null)
            UnnamedRulebook.AddStandIn(services);
        return builder;
    }

    // A handler that only calls a port is one for all calls where the port is.
    private AutoResolveBuilder AddHandlerOf<THandler, TPort>()
        where THandler : class
    {
        _registrar.Add<THandler>(ServiceLifetime.Transient);
        return AddHandler(typeof(THandler), typeof(TPort));
    }

    private AutoResolveBuilder AddHandler(Type handler, Type port)
    {
        if (_registrar.Instances<HandlerRegistration>().Any(known => known.Handler == handler))
            return this;
        _registrar.AddInstance(HandlerRegistration.Of(handler, port));
        _options.Add<HandlerOptions>(RulebookName.Options(Name, handler.FullName), $"Handlers:{SectionOf(handler)}");
        return this;
    }

    private static string SectionOf(Type handler) =>
        handler.Name.EndsWith("Handler", StringComparison.Ordinal) && handler.Name.Length > "Handler".Length
            ? handler.Name[..^"Handler".Length]
            : handler.Name;
}
