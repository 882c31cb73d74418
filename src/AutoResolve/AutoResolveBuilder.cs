using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

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

    /// <summary>Adds a handler of actions, as a singleton. Rules are checked against it when they are loaded. Adding the same type twice adds it once.</summary>
    /// <typeparam name="T">The handler: an <see cref="IActionHandler{TParameters}"/>. It is made when the rules are loaded, so it must not ask for what needs the rules.</typeparam>
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

    /// <summary>Sets how answers reach customers, and adds the handler <c>reply</c>.</summary>
    /// <typeparam name="T">The channel.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddAnswerChannel<T>()
        where T : class, IAnswerChannel
    {
        Services.TryAddSingleton<IAnswerChannel, T>();
        return AddHandler<Actions.BuiltIn.ReplyHandler>();
    }

    /// <summary>Sets the ticket system, and adds the handlers <c>route</c>, <c>escalate</c> and <c>tag</c>. What is found unfinished after a restart is escalated to it.</summary>
    /// <typeparam name="T">The ticket system.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder AddTicketSystem<T>()
        where T : class, ITicketSystem
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<ITicketSystem, T>());
        return AddHandler<Actions.BuiltIn.RouteHandler>().AddHandler<Actions.BuiltIn.EscalateHandler>().AddHandler<Actions.BuiltIn.TagHandler>();
    }

    /// <summary>Sets what masks personal data in whatever is written down. Default: addresses of mail and the web, long numbers, names that are introduced as such.</summary>
    /// <typeparam name="T">The redactor.</typeparam>
    /// <returns>This builder.</returns>
    public AutoResolveBuilder UseRedactor<T>()
        where T : class, IRedactor
    {
        Services.Replace(ServiceDescriptor.Singleton<IRedactor, T>());
        return this;
    }

    /// <summary>Sets the journal, without which no action is carried out. In a host it is read at start, and what is unfinished in it taken up.</summary>
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
    public AutoResolveBuilder UseInMemoryJournal() => UseJournal(_ => new InMemoryJournal());
}
