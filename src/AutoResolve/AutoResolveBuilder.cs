using AutoResolve.Actions;
using AutoResolve.Actions.BuiltIn;
using AutoResolve.Cases;
using AutoResolve.Facts;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Adds plug-ins to AutoResolve.</summary>
public sealed class AutoResolveBuilder
{
    internal AutoResolveBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a source of facts, as a singleton. Adding the same type twice adds it once.</summary>
    /// <typeparam name="T">The provider.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddFactProvider<T>()
        where T : class, IFactProvider
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IFactProvider, T>());
        return this;
    }

    /// <summary>
    /// Adds a handler of actions, as a singleton. Rules are checked against it when they are loaded. Adding the same type twice adds it
    /// once.
    /// </summary>
    /// <typeparam name="T">The handler: an <see cref="IActionHandler{TParameters}"/>. It is made when the rules are loaded, so it must
    /// not ask for what needs the rules.</typeparam>
    /// <param name="configure">Sets its timeouts, retries and limits.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not a handler, or one of several kinds of parameters.</exception>
    public AutoResolveBuilder AddHandler<T>(Action<HandlerOptions>? configure = null)
        where T : class
    {
        Services.TryAddSingleton<T>();
        if (configure is not null)
            Services.Configure(typeof(T).FullName!, configure);
        if (!Services.Any(service => service.ImplementationInstance is HandlerRegistration known && known.Handler == typeof(T)))
            Services.AddSingleton(HandlerRegistration.Of<T>());
        return this;
    }

    /// <summary>Sets how answers and questions reach customers, and adds the handlers <c>reply</c> and <c>ask</c>.</summary>
    /// <remarks>Whatever a rule answers or asks is then sent; it need not name these handlers.</remarks>
    /// <typeparam name="T">The channel.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddAnswerChannel<T>()
        where T : class, IAnswerChannel
    {
        Services.TryAddSingleton<IAnswerChannel, T>();
        return AddHandler<ReplyHandler>().AddHandler<AskHandler>();
    }

    /// <summary>Sets the ticket system, and adds the handlers <c>route</c>, <c>escalate</c>, <c>update</c> and <c>tag</c>.</summary>
    /// <remarks>It is then told of each issue that goes to a team or a person, for whatever reason; rules need not name these
    /// handlers.</remarks>
    /// <typeparam name="T">The ticket system.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddTicketSystem<T>()
        where T : class, ITicketSystem
    {
        Services.TryAddSingleton<ITicketSystem, T>();
        return AddHandler<RouteHandler>().AddHandler<EscalateHandler>().AddHandler<UpdateHandler>().AddHandler<TagHandler>();
    }

    /// <summary>Adds the handler <c>webhook</c>, which posts decisions to the hosts that are allowed.</summary>
    /// <remarks>Options are checked at start. No redirect is followed, no cookie kept, no more than 64 KiB of an answer read.</remarks>
    /// <param name="configure">Sets the secret and the hosts.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddWebhook(Action<WebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddOptions<WebhookOptions>().Configure(configure).ValidateOnStart();
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());

        // Time limits are the pipeline's. The client's own log messages hold the address, which may hold personal data.
        Services.AddHttpClient(WebhookHandler.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(
                () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxResponseDrainSize = 0 })
            .RemoveAllLoggers();
        return AddHandler<WebhookHandler>();
    }

    /// <summary>Adds the facts <c>incident </c>, <c>incidentTitle </c>, <c>incidentStatus </c> and <c>incidentWorkaround </c>, about the
    /// open incident of the product, from a
    /// JSON file that staff edit. Each is <c>none</c> where there is no such thing, and unknown where the file cannot be read.</summary>
    /// <remarks>A changed file is read anew unless <see cref="AutoResolveOptions.ReloadOnChange"/> is off. A broken change is logged, and
    /// the last good list kept. Where this is called
    /// more than once, the first call counts.</remarks>
    /// <param name="path">The file; its name ends in <c>.json </c>. A relative path starts at the host's content root, or without a host
    /// at the current folder. Keep it in a folder of its
    /// own, outside the folder of rules: the folder is watched.</param>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddIncidents(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The name of a file of incidents ends in .json.", nameof(path));
        Services.TryAddSingleton(provider => new IncidentStore(
            Path.GetFullPath(path, provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory()),
            provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<IncidentStore>>() ?? NullLogger<IncidentStore>.Instance));
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, IncidentStartup>());
        return AddFactProvider<IncidentFacts>();
    }

    /// <summary>Sets what masks personal data in whatever is written down. Default: social security, file, account, card and telephone
    /// numbers, dates of birth, addresses, what links carry, names that
    /// are introduced as such; not what helpers need, such as ids of tickets and codes of errors.</summary>
    /// <typeparam name="T">The redactor.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseRedactor<T>()
        where T : class, IRedactor
    {
        Services.Replace(ServiceDescriptor.Singleton<IRedactor, T>());
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
        Services.Replace(ServiceDescriptor.Singleton(create));
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, JournalService>());
        return this;
    }

    /// <summary>Sets a journal that ends with the process: for tests and trials. After a crash nothing is known of what was done.</summary>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseInMemoryJournal() =>
        UseJournal(provider => new InMemoryJournal(provider.GetRequiredService<TimeProvider>()));
}
