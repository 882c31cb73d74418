using AutoResolve;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AutoResolve to a host.</summary>
public static class AutoResolveServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IIssueResolver"/> and <see cref="IRulebookMonitor"/>. Safe to call more than once; options add up.</summary>
    /// <remarks>In a host the rules are loaded when it starts, and a broken rulebook keeps it from starting. Without a host they are
    /// loaded when <see cref="IIssueResolver"/> is first asked for. Either way a <see cref="RulebookException"/> lists all errors.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options, such as the folder of rules.</param>
    /// <returns>A builder that adds plug-ins.</returns>
    public static AutoResolveBuilder AddAutoResolve(this IServiceCollection services, Action<AutoResolveOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<AutoResolveOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AutoResolveOptions>, AutoResolveOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new RulebookStore(
            provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value,
            provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<RulebookStore>>() ?? NullLogger<RulebookStore>.Instance));
        services.TryAddSingleton<IRulebookMonitor>(provider => provider.GetRequiredService<RulebookStore>());
        services.TryAddSingleton(provider => new FactFinder(
            provider.GetServices<IFactProvider>(),
            provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value.FactTimeout,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IIssueResolver>(provider => new IssueResolver(
            provider.GetRequiredService<IRulebookMonitor>(),
            provider.GetRequiredService<FactFinder>(),
            provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<IssueResolver>>() ?? NullLogger<IssueResolver>.Instance));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RulebookStartup>());
        return new AutoResolveBuilder(services);
    }
}
