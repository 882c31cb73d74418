using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AutoResolve.PlugIns;

/// <summary>Finds out which plug-ins are one for all calls, by how the host has registered them.</summary>
internal sealed class PlugInFactory(IServiceScopeFactory scopes, RegisteredServices services, ILogger<PlugInFactory>? logger = null)
{
    /// <summary>A plug-in that is registered by its type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="port">The service by whose lifetime it goes.</param>
    /// <exception cref="PlugInException">It is one for all calls, and cannot be made.</exception>
    public PlugIn<T> Find<T>(Type type, Type port)
        where T : class
    {
        var last = services.Of(port) is [.., var service] ? service : null;
        return new PlugIn<T>(
            type,
            last is not null && IsShared(last),
            scopes,
            provider => (T)provider.GetRequiredService(type),
            logger,
            last is null ? null : TypeOf(last)
        );
    }

    /// <summary>Makes the one that is registered by what it is used as.</summary>
    public T Make<T>(IServiceProvider provider)
        where T : class =>
        PlugInMaking.Run(services.Of(typeof(T)) is [.., var last] ? TypeOf(last) ?? typeof(T) : typeof(T), provider.GetRequiredService<T>);

    /// <summary>Finds all plug-ins that are registered by what they implement. Where one is made for a call, so are the others.</summary>
    public IEnumerable<Func<PlugIn<T>>> FindAll<T>()
        where T : class =>
        services
            .Of(typeof(T))
            .Select<ServiceDescriptor, Func<PlugIn<T>>>(
                (service, place) =>
                    () =>
                        new PlugIn<T>(
                            TypeOf(service) ?? typeof(T),
                            IsShared(service),
                            scopes,
                            provider => provider.GetServices<T>().ElementAt(place),
                            logger
                        )
            );

    private static Type? TypeOf(ServiceDescriptor service) =>
        service.IsKeyedService
            ? service.KeyedImplementationInstance?.GetType() ?? service.KeyedImplementationType
            : service.ImplementationInstance?.GetType() ?? service.ImplementationType;

    private static bool IsShared(ServiceDescriptor service) => service.Lifetime == ServiceLifetime.Singleton;
}
