using System.Collections.Concurrent;
using AutoResolve.Facts;
using AutoResolve.PlugIns;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests;

/// <summary>Facts as a test wants them.</summary>
internal sealed class SomeFacts(Func<string, CancellationToken, Task<string?>> lookUp, params string[] names) : IFactProvider
{
    private readonly ConcurrentQueue<string> _asked = new();

    /// <summary>What asks a provider, or none.</summary>
    public static FactFinder Finder(SomeFacts? provider, AutoResolveOptions options, TimeProvider timeProvider)
    {
        var services = new ServiceCollection();
        if (provider is not null)
            services.AddSingleton<IFactProvider>(provider);
        var scopes = services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();
        var providers = new FactProviders(new PlugInFactory(scopes, new RegisteredServices(services, null)), []);
        return new FactFinder(providers, new FixedOptions<AutoResolveOptions>(options), timeProvider);
    }

    public IReadOnlyCollection<string> Asked => _asked;

    public IReadOnlyCollection<string> Names => names.Length > 0 ? names : ["incident", "locked"];

    public async ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken)
    {
        _asked.Enqueue(name);
        return await lookUp(name, cancellationToken);
    }
}
