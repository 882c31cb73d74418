using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve;

/// <summary>
/// The services of a rulebook with a name: what is registered by that name, and of what is not AutoResolve's the host's own. So types that
/// know nothing of names are made for each rulebook.
/// </summary>
internal sealed class RulebookServices(IServiceProvider host, string name)
    : IKeyedServiceProvider,
        IServiceProviderIsKeyedService,
        IServiceScopeFactory
{
    /// <summary>The host's services, as they are.</summary>
    public IServiceProvider Host => host;

    public object? GetService(Type serviceType)
    {
        if (
            serviceType == typeof(IServiceProvider)
            || serviceType == typeof(IServiceScopeFactory)
            || serviceType == typeof(IServiceProviderIsService)
            || serviceType == typeof(IServiceProviderIsKeyedService)
        )
        {
            return this;
        }

        return IsOwn(serviceType) ? host.GetKeyedService(serviceType, name) : host.GetService(serviceType);
    }

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        serviceKey is null ? GetService(serviceType) : host.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        serviceKey is null ? this.GetRequiredService(serviceType) : host.GetRequiredKeyedService(serviceType, serviceKey);

    public bool IsService(Type serviceType) => IsOwn(serviceType) ? Known.IsKeyedService(serviceType, name) : Known.IsService(serviceType);

    public bool IsKeyedService(Type serviceType, object? serviceKey) =>
        serviceKey is null ? IsService(serviceType) : Known.IsKeyedService(serviceType, serviceKey);

    public IServiceScope CreateScope() => new Scope(host.CreateScope(), name);

    private IServiceProviderIsKeyedService Known => host.GetRequiredService<IServiceProviderIsKeyedService>();

    // What a rulebook lacks, such as a journal, it does not borrow from another one.
    private bool IsOwn(Type type)
    {
        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            return IsOwn(type.GetGenericArguments()[0]);
        if (type.Assembly == typeof(RulebookServices).Assembly || type.Assembly == typeof(Issue).Assembly)
            return true;
        return Known.IsKeyedService(type, name);
    }

    private sealed class Scope(IServiceScope scope, string name) : IServiceScope, IAsyncDisposable
    {
        public IServiceProvider ServiceProvider { get; } = new RulebookServices(scope.ServiceProvider, name);

        public void Dispose() => scope.Dispose();

        public ValueTask DisposeAsync() => ((IAsyncDisposable)scope).DisposeAsync();
    }
}
