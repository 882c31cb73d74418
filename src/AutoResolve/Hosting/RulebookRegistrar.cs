using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AutoResolve;

/// <summary>Registers what belongs to one rulebook: without a name as anything is registered, with a name as keyed services.</summary>
internal sealed class RulebookRegistrar(IServiceCollection services, string? name)
{
    public IServiceCollection Services => services;

    public string? Name => name;

    /// <summary>Adds a service where there is none.</summary>
    public void Add<T>(ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where T : class => Add<T, T>(lifetime);

    /// <summary>Adds a service where there is none.</summary>
    public void Add<TService, T>(ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : class
        where T : class, TService => services.TryAdd(Describe<TService, T>(lifetime));

    /// <summary>Adds a service that the container cannot make by itself, where there is none.</summary>
    public void Add<T>(Func<IServiceProvider, T> create, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where T : class => services.TryAdd(Describe(create, lifetime));

    /// <summary>Adds one more of many.</summary>
    public void AddInstance<T>(T instance)
        where T : class =>
        services.Add(name is null ? ServiceDescriptor.Singleton(instance) : ServiceDescriptor.KeyedSingleton(name, instance));

    public void Replace<TService, T>()
        where TService : class
        where T : class, TService => services.Replace(Describe<TService, T>(ServiceLifetime.Singleton));

    public void Replace<T>(Func<IServiceProvider, T> create)
        where T : class => services.Replace(Describe(create));

    /// <summary>The instances of a type that were added to the rulebook.</summary>
    public IEnumerable<T> Instances<T>()
        where T : class =>
        services
            .Where(service => Equals(service.ServiceKey, name))
            .Select(service => service.IsKeyedService ? service.KeyedImplementationInstance : service.ImplementationInstance)
            .OfType<T>();

    /// <summary>Adds what a host starts and stops, once.</summary>
    public void AddHosted<T>()
        where T : class, IHostedService
    {
        if (services.Any(service => service.ServiceType == typeof(T) && Equals(service.ServiceKey, name)))
            return;
        Add<T>();
        services.AddSingleton<IHostedService>(host => OptionsCheck.Of(Of(host)).GetRequiredService<T>());
    }

    /// <summary>The services as those of the rulebook see them.</summary>
    public IServiceProvider Of(IServiceProvider host) => Of(host, name);

    /// <summary>The services as those of a rulebook see them.</summary>
    public static IServiceProvider Of(IServiceProvider host, string? name) => name is null ? host : new RulebookServices(host, name);

    private ServiceDescriptor Describe<TService, T>(ServiceLifetime lifetime)
        where TService : class
        where T : class, TService =>
        name is null
            ? ServiceDescriptor.Describe(typeof(TService), typeof(T), lifetime)
            : ServiceDescriptor.DescribeKeyed(
                typeof(TService),
                name,
                (host, _) => ActivatorUtilities.CreateInstance<T>(Of(host)),
                lifetime
            );

    private ServiceDescriptor Describe<T>(Func<IServiceProvider, T> create, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where T : class =>
        name is null
            ? ServiceDescriptor.Describe(typeof(T), create, lifetime)
            : ServiceDescriptor.DescribeKeyed(typeof(T), name, (host, _) => create(Of(host)), lifetime);
}
