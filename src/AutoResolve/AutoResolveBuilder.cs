using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
}
